// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import app.homekeep.model.control.Finding.State;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Everything the doctor can find, once. The code on the wire never changes; the panel translates by `doctor.<code>`,
/// with the same values in the same places.
public enum Diagnosis {
    /// Values: the data folder.
    FOLDER_FINE(State.FINE, "{0} can be written to."),
    /// Values: the data folder.
    FOLDER_MISSING(State.WRONG, "There is no Homekeep in {0}: make one with homekeep init."),
    /// Values: the data folder.
    FOLDER_READ_ONLY(State.WRONG, "{0} can't be written to: check who owns it."),

    /// Values: free space, such as `12.3 GiB`.
    DISK_FINE(State.FINE, "{0} are free."),
    /// Values: free space, such as `0.3 GiB`.
    DISK_LOW(State.WRONG, "Only {0} are free: make room, or uploads will be refused."),
    /// Values: the folder on it.
    DISK_SILENT(State.WRONG, "The disk of {0} doesn't answer: check that it is plugged in."),

    /// Values: the time, RFC 3339.
    CLOCK_FINE(State.FINE, "It is {0}."),
    /// Values: the time, RFC 3339.
    CLOCK_BEHIND_LOG(State.WRONG, "It is {0} here, which is before the server's last words: set the clock."),
    /// Values: the time, and since when the certificates are good, RFC 3339.
    CLOCK_BEFORE_CERTIFICATE(
            State.WRONG,
            "It is {0} here, but the certificates begin at {1}: set the clock, or no device accepts them."),
    /// Values: the time, RFC 3339, and how far it was moved, such as `+365 days`.
    CLOCK_MOVED(
            State.HINT,
            "It is {0} here, since the clock was moved by {1} while the server ran: check that it is right now."),

    /// Values: the process's number.
    SERVER_FINE(State.FINE, "Process {0} answers."),

    DATABASE_FINE(State.FINE, "Sound."),
    DATABASE_FAILS(State.WRONG, "It can't be read: the server's log says why. Restart the server, which checks it."),
    DATABASE_NOT_ASKED(State.NOT_LOOKED_AT, "No server runs; each start checks it."),

    /// Values: the networks, each by its range of addresses, with commas between.
    NETWORK_HOME(State.FINE, "{0} is home."),
    /// Values: the networks.
    NETWORK_AWAY(State.HINT, "{0} is not home, as you said: the LAN door does not open to it."),
    /// Values: the networks.
    NETWORK_UNKNOWN(
            State.HINT, "{0} is new: the LAN door does not open to it until you say, in the panel, that it is home."),
    NETWORK_NONE(State.HINT, "This computer is on no network: only browsers on it reach the server."),

    /// Values: the port, and the addresses it is open at, with commas between. Of the local, LAN and welcome door.
    DOOR_FINE(State.FINE, "Open on port {0} at {1}."),
    /// Values: the addresses with their port, with commas between.
    DOOR_SILENT(
            State.WRONG,
            "{0} does not answer, not even from this computer: a firewall on it may be in the way. "
                    + "Allow the port there, then restart the doors."),
    DOOR_CLOSED_SETTING(State.NOT_LOOKED_AT, "Closed, by the setting lan_door_open."),
    DOOR_CLOSED_COMMAND_LINE(State.NOT_LOOKED_AT, "Closed until the server is started without --no-lan."),
    DOOR_CLOSED_LOCKDOWN(State.HINT, "Closed by the lockdown: end it in the panel when you are ready."),
    DOOR_CLOSED_NOT_HOME(State.HINT, "Closed, because this network is not home: if it is, say so in the panel."),
    /// Values: the port.
    DOOR_CLOSED_PORT_TAKEN(
            State.WRONG,
            "Closed, because another program has port {0}: stop that one, or set another port. "
                    + "The server keeps trying."),
    DOOR_CLOSED_FAILED(State.WRONG, "It could not be opened: the server's log says why. The server keeps trying."),
    /// Values: the port. Found while no server runs.
    PORT_FREE(State.FINE, "Port {0} is free."),
    /// Values: the port, and the option that names another, such as `--lan-port`. Found while no server runs.
    PORT_TAKEN(State.WRONG, "Another program has port {0}: stop that one, or serve with {1} and another."),

    /// Values: until when, RFC 3339, and how many days that is.
    CERTIFICATE_FINE(State.FINE, "Good until {0}, for {1} more days, and for every address of now."),
    /// Values: until when, RFC 3339.
    CERTIFICATE_ENDS_SOON(
            State.WRONG,
            "Ends at {0}: restart the server, which makes a new one; a certificate of your own has to be replaced."),
    /// Values: until when, and the time, RFC 3339.
    CERTIFICATE_OVER(
            State.WRONG,
            "Ended at {0}, and it is {1} here: if the clock is right, restart the server, which makes a new one; "
                    + "a certificate of your own has to be replaced."),
    /// Values: the addresses and names, with commas between.
    CERTIFICATE_LACKS(
            State.WRONG, "It is not good for {0}: restart the doors; a certificate of your own has to be made for it."),

    /// Values: the name.
    NAME_FINE(State.FINE, "{0} was heard."),
    /// Values: the server's own name, and the computer's, which was heard.
    NAME_OF_MACHINE(State.HINT, "{0} was not heard, but this computer's own name was: use {1}."),
    /// Values: the name.
    NAME_UNHEARD(
            State.HINT,
            "{0} was not heard on the network: use the address. A firewall may hold back multicast DNS, UDP port 5353."),
    NAME_OFF(State.NOT_LOOKED_AT, "Not announced, by the setting announce_name."),

    FIREWALL_NONE(State.FINE, "None was seen on this computer."),
    /// Values: the ports, each with `/tcp`, with a space between.
    FIREWALL_UFW(
            State.HINT, "The firewall ufw is on. If no device gets through, allow: {0}, as in sudo ufw allow PORT."),
    /// Values: the ports, each with `/tcp`.
    FIREWALL_FIREWALLD(
            State.HINT,
            "The firewall firewalld is on. If no device gets through, allow: {0}, "
                    + "as in sudo firewall-cmd --permanent --add-port=PORT, then sudo firewall-cmd --reload."),
    /// Values: the ports, each with `/tcp`.
    FIREWALL_NFTABLES(
            State.HINT,
            "The firewall nftables is set up to start. If no device gets through, allow: {0}, in /etc/nftables.conf."),
    /// Values: the ports, each with `/tcp`.
    FIREWALL_WINDOWS(
            State.HINT,
            "If no device gets through, let Homekeep through the Windows firewall on private networks: {0}."),
    /// Values: the ports, each with `/tcp`.
    FIREWALL_MAC(
            State.HINT,
            "If no device gets through, let Homekeep accept incoming connections in System Settings, Network, "
                    + "Firewall: {0}."),

    /// Of the certificate, name and firewall.
    LAN_DOOR_CLOSED(State.NOT_LOOKED_AT, "The LAN door is closed.");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final State state;
    private final String english;

    Diagnosis(State state, String english) {
        this.state = state;
        this.english = english;
    }

    /// The name on the wire, such as `certificate_ends_soon`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public State state() {
        return state;
    }

    /// The sentence in English, with `{0}`, `{1}` … where the values go.
    public String english() {
        return english;
    }

    /// How many values its sentence names.
    public int places() {
        return (int) PLACE.matcher(english)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
    }

    /// What the doctor tells.
    ///
    /// @param values as many as the sentence names, in its order
    /// @throws IllegalArgumentException when they are more or fewer
    public Finding of(DoctorPart part, Object... values) {
        if (values.length != places()) {
            throw new IllegalArgumentException(code() + " takes " + places() + " values");
        }
        List<String> texts = Stream.of(values).map(String::valueOf).toList();
        String sentence = PLACE.matcher(english)
                .replaceAll(place -> Matcher.quoteReplacement(texts.get(Integer.parseInt(place.group(1)))));
        return new Finding(part.wire(), state, code(), texts, sentence);
    }
}
