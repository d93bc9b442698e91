// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import java.nio.file.Path;

/// The certificate that the LAN door shows. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface CertificateApi {
    DoorCertificate certificate();

    /// Shows the owner's own from now on.
    void use(OwnCertificate own);

    /// Shows the home CA's again.
    void useHome();

    /// Writes the certificate of the home CA to a file, as PEM.
    void saveAuthority(Path target);
}
