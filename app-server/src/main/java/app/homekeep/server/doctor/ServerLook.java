// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The process, and the database it works on.
public final class ServerLook implements Look {
    private final BooleanSupplier databaseWorks;

    public ServerLook(BooleanSupplier databaseWorks) {
        this.databaseWorks = databaseWorks;
    }

    @Override
    public List<Finding> look() {
        Diagnosis database = databaseWorks.getAsBoolean() ? Diagnosis.DATABASE_FINE : Diagnosis.DATABASE_FAILS;
        return List.of(
                Diagnosis.SERVER_FINE.of(
                        DoctorPart.SERVER, ProcessHandle.current().pid()),
                database.of(DoctorPart.DATABASE));
    }
}
