// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.Finding;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// What the doctor found, in the owner's language where the code is known here, else in the server's words.
public record FindingWords(Text text, Formats formats) {
    public String sentence(Finding finding) {
        Object[] values = finding.values().stream().map(this::readable).toArray();
        return text.getOr("doctor." + finding.code(), finding.sentence(), values);
    }

    /// What was looked at.
    public String part(Finding finding) {
        return text.getOr("doctor.part." + finding.part(), finding.part().replace('_', ' '));
    }

    /// How it is, in a word.
    public String state(Finding finding) {
        return text.get("doctor.state." + finding.state().name().toLowerCase(Locale.ROOT));
    }

    public Badge.Tone tone(Finding finding) {
        return switch (finding.state()) {
            case FINE -> Badge.Tone.GOOD;
            case HINT -> Badge.Tone.WARN;
            case WRONG -> Badge.Tone.BAD;
            case NOT_LOOKED_AT -> Badge.Tone.NEUTRAL;
        };
    }

    /// A time as a person writes it; anything else as it is.
    private String readable(String value) {
        try {
            return formats.moment(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
