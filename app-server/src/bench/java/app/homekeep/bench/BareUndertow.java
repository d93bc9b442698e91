// SPDX-License-Identifier: Apache-2.0
package app.homekeep.bench;

import io.undertow.Undertow;

/// The least a server of this kind can be: what start-up is measured against.
final class BareUndertow {
    private BareUndertow() {}

    public static void main(String[] arguments) {
        Undertow.builder()
                .addHttpListener(
                        0, "127.0.0.1", exchange -> exchange.getResponseSender().send("ok"))
                .build()
                .start();
        System.out.println("ready");
    }
}
