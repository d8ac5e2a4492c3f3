package org.computility.architecture.sinners.identity;

import jakarta.ws.rs.core.Response;

class KnowsHttp {

    Response response;
}
