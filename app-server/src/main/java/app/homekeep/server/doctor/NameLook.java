// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Whether the home network hears the server's name.
public final class NameLook implements Look {
    private final String own;
    private final BooleanSupplier open;
    private final BooleanSupplier announced;
    private final Supplier<Optional<String>> heard;

    /// @param own       the server's name, with `.local`
    /// @param open      whether the LAN door is
    /// @param announced whether the setting wants it
    /// @param heard     the name that was heard last
    public NameLook(String own, BooleanSupplier open, BooleanSupplier announced, Supplier<Optional<String>> heard) {
        this.own = own;
        this.open = open;
        this.announced = announced;
        this.heard = heard;
    }

    @Override
    public List<Finding> look() {
        return List.of(name());
    }

    private Finding name() {
        Optional<String> name = heard.get();
        if (!open.getAsBoolean()) {
            return Diagnosis.LAN_DOOR_CLOSED.of(DoctorPart.NAME);
        }
        if (name.isEmpty()) {
            return announced.getAsBoolean()
                    ? Diagnosis.NAME_UNHEARD.of(DoctorPart.NAME, own)
                    : Diagnosis.NAME_OFF.of(DoctorPart.NAME);
        }
        return announced.getAsBoolean() && !name.get().equals(own)
                ? Diagnosis.NAME_OF_MACHINE.of(DoctorPart.NAME, own, name.get())
                : Diagnosis.NAME_FINE.of(DoctorPart.NAME, name.get());
    }
}
