// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.control.KeyRotation;
import app.homekeep.model.control.SigningKey;
import java.util.List;

/// The keys that sign sign-ins. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface SigningKeysApi {
    List<SigningKey> signingKeys();

    void rotate(KeyRotation rotation);
}
