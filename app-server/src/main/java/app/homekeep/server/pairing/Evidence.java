// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import java.util.EnumSet;
import java.util.Set;

/// What a device has shown of its trust without a script. A page over HTTPS may have been opened past a
/// warning. A picture that another page embeds shows no warning that could be clicked away: it comes without
/// one or not at all. But once somebody has gone past the warning for a name or address, pictures by that
/// one come too, so a picture says something only by a form that no page was opened by.
///
/// @param pages    by which the page was opened at the LAN door
/// @param pictures by which a picture came that says something
/// @param trusted  whether that is enough: both forms, or the one form that it was not let past a warning for
record Evidence(Set<Form> pages, Set<Form> pictures, boolean trusted) {
    static final Evidence NONE = new Evidence(Set.of(), Set.of(), false);

    Evidence {
        pages = Set.copyOf(pages);
        pictures = Set.copyOf(pictures);
    }

    Evidence page(Form form) {
        return new Evidence(with(pages, form), pictures, trusted);
    }

    /// @param downloaded whether the certificate was fetched before
    Evidence picture(Form form, boolean downloaded) {
        if (pages.contains(form)) {
            return this;
        }
        boolean other = !pages.isEmpty() || pictures.stream().anyMatch(known -> known != form);
        // It did not come when the page was opened, and now that the certificate is there it does.
        boolean since = downloaded && !pictures.contains(form);
        return new Evidence(pages, with(pictures, form), trusted || other || since);
    }

    /// As [app.homekeep.model.pairing.Pairing#trust()] says it.
    String trust() {
        if (trusted) {
            return "trusted";
        }
        return pictures.containsAll(pages) ? "unknown" : "warned";
    }

    private static Set<Form> with(Set<Form> forms, Form one) {
        Set<Form> all = EnumSet.of(one);
        all.addAll(forms);
        return all;
    }
}
