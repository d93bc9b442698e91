// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.control.Finding;
import java.util.List;

/// What the doctor, and the log each day, say of the door's certificate. The home CA's renews itself long before these
/// days are reached.
final class CertificateFinding {
    private static final String PART = "certificate";
    private static final int SOON_DAYS = 30;
    private static final int URGENT_DAYS = 7;

    private CertificateFinding() {}

    /// @param damaged whether an own certificate is there that can't be used
    static Finding of(DoorCertificate shown, boolean damaged) {
        String end = shown.expiresAt().toString();
        boolean own = shown.kind() == DoorCertificate.Kind.OWN;
        String todo = own ? "put the next one in its place" : "restart the server, which makes a new one";
        if (damaged) {
            return finding(
                    Finding.State.WRONG,
                    "own_certificate_damaged",
                    List.of(),
                    "Your own certificate is damaged, so the LAN door shows the home's own authority's: give it again.");
        }
        if (shown.daysLeft() < 0) {
            return finding(
                    Finding.State.WRONG,
                    "certificate_over",
                    List.of(end),
                    "The LAN door's certificate is over since " + end + ": " + todo + ".");
        }
        if (shown.daysLeft() < SOON_DAYS) {
            boolean urgent = shown.daysLeft() < URGENT_DAYS;
            return finding(
                    urgent ? Finding.State.WRONG : Finding.State.HINT,
                    "certificate_ends_soon",
                    List.of(end),
                    "The LAN door's certificate ends at " + end + ": " + todo + ".");
        }
        return finding(Finding.State.FINE, "certificate_fine", List.of(end), "Good until " + end + ".");
    }

    private static Finding finding(Finding.State state, String code, List<String> values, String sentence) {
        return new Finding(PART, state, code, values, sentence);
    }
}
