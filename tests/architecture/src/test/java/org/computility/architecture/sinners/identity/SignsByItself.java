package org.computility.architecture.sinners.identity;

import javax.crypto.Mac;

class SignsByItself {
    Mac mac;
}
