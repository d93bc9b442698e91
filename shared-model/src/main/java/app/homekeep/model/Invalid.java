// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

/// A member of a request that breaks a rule. Thrown by the constructors of request records; the server answers 400
/// with it.
public final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    /// @param field the member's name on the wire
    /// @param why   one sentence for a person
    public Invalid(String field, String why) {
        super(why);
        this.field = field;
    }

    /// The member's name on the wire.
    public String field() {
        return field;
    }

    /// What is wrong with it, as a sentence.
    public String why() {
        return String.valueOf(getMessage());
    }
}
