// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import app.homekeep.model.network.KnownNetwork.Standing;
import app.homekeep.server.network.LanState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Which networks this computer is on, and whether they are home.
public final class NetworkLook implements Look {
    private final Supplier<LanState> lan;

    public NetworkLook(Supplier<LanState> lan) {
        this.lan = lan;
    }

    @Override
    public List<Finding> look() {
        List<LanState.On> networks = lan.get().networks();
        if (networks.isEmpty()) {
            return List.of(Diagnosis.NETWORK_NONE.of(DoctorPart.NETWORK));
        }
        List<Finding> findings = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            String those = networks.stream()
                    .filter(network -> network.standing() == standing)
                    .map(LanState.On::prefix)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!those.isEmpty()) {
                findings.add(diagnosis(standing).of(DoctorPart.NETWORK, those));
            }
        }
        return List.copyOf(findings);
    }

    private static Diagnosis diagnosis(Standing standing) {
        return switch (standing) {
            case HOME -> Diagnosis.NETWORK_HOME;
            case AWAY -> Diagnosis.NETWORK_AWAY;
            case UNKNOWN -> Diagnosis.NETWORK_UNKNOWN;
        };
    }
}
