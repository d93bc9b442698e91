// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.SpaceChange;
import java.util.List;

/// Shared spaces. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface SpacesApi {
    /// By name.
    List<ManagedSpace> shared();

    ManagedSpace add(NewSpace space);

    void change(String id, SpaceChange change);

    /// Its files stay where they are.
    void remove(String id);
}
