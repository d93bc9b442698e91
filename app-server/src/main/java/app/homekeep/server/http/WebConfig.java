// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// What the web server is made of.
///
/// @param router       what the control, local and LAN doors serve
/// @param welcome      what the welcome door serves itself; everything else there is sent on to the LAN door
/// @param rates        holds back who asks too often
/// @param open         what is open, by session; shared with those who end sessions
/// @param hosts        the names and addresses that are ours
/// @param controlToken the bearer token of the control door; never logged
/// @param ownerName    the owner's username, for the audit log
/// @param tls          made anew each time it is asked: at the start and by [WebServer#renewCertificate()]
/// @param page         answers a browser that opens a page without being signed in: the page's shell
/// @param rules        what the owner has set for the doors that browsers use
/// @param requestIds   a new one each time; thread-safe
public record WebConfig(
        Ports ports,
        Router router,
        Router welcome,
        Callers callers,
        Rates rates,
        Open open,
        HostNames hosts,
        String controlToken,
        Supplier<String> ownerName,
        Supplier<SSLContext> tls,
        Handler page,
        DoorRules rules,
        Supplier<String> requestIds,
        HttpLimits limits) {

    /// Without the token, so that it never gets into a log.
    @Override
    public String toString() {
        return "WebConfig[" + ports + "]";
    }
}
