// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import java.util.Locale;

/// Something that can be set or seen in the settings: what the search finds.
enum Topic {
    DOOR(Section.NETWORK),
    ADDRESSES(Section.NETWORK),
    NAME(Section.NETWORK),
    NETWORKS(Section.NETWORK),
    PORTS(Section.NETWORK),
    SLEEP(Section.NETWORK),
    CERTIFICATE(Section.CERTIFICATE),
    OWN_CERTIFICATE(Section.CERTIFICATE),
    AUTHORITY(Section.CERTIFICATE),
    PROXIES(Section.PROXY),
    DEVICES(Section.DEVICES),
    DOCTOR(Section.DOCTOR);

    private final Section section;

    Topic(Section section) {
        this.section = section;
    }

    Section section() {
        return section;
    }

    /// Of its card on screen.
    String id() {
        return "topic-" + name().toLowerCase(Locale.ROOT);
    }

    /// The key of its name.
    String title() {
        return "settings.topic." + name().toLowerCase(Locale.ROOT);
    }

    /// The key of a sentence about it.
    String words() {
        return title() + ".words";
    }

    /// The key of more words that somebody may look for it by.
    String alsoKnownAs() {
        return title() + ".also";
    }
}
