package org.computility.architecture.sinners.identity;

class Caller {

    Bean bean;

    void call() {
        bean.hidden();
    }
}
