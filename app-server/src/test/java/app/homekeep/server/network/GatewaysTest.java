// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the three systems print, byte for byte.
class GatewaysTest {
    private static final String ROUTES = """
            Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
            wlan0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
            eth0	00000000	FE00A8C0	0003	0	0	100	00000000	0	0	0
            eth0	0000A8C0	00000000	0001	0	0	100	00FFFFFF	0	0	0
            """;
    private static final String NEIGHBOURS = """
            IP address       HW type     Flags       HW address            Mask     Device
            192.168.0.254    0x1         0x2         02:FC:00:00:00:05     *        eth0
            192.168.1.1      0x1         0x0         00:00:00:00:00:00     *        wlan0
            """;
    private static final String ROUTES_6 = """
            fd000000000000000000000000000000 40 00000000000000000000000000000000 00 \
            00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 \
            fe800000000000000000000000000001 00000400 00000003 00000000 00000003     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 \
            00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
            """;

    @TempDir
    private Path proc;

    @TempDir
    private Path sys;

    @Test
    void linux_tells_the_router_of_each_interface_and_its_hardware_address() throws IOException {
        proc(ROUTES, ROUTES_6, NEIGHBOURS);

        Map<String, List<Gateway>> found = linux(gateway -> {}).of(adapters("eth0"));

        assertThat(found)
                .isEqualTo(Map.of(
                        "eth0",
                        List.of(gateway("192.168.0.254", "02:fc:00:00:00:05"), gateway("fe80::1", "")),
                        "wlan0",
                        List.of(gateway("192.168.1.1", ""))));
    }

    @Test
    void linux_is_made_to_ask_a_router_that_it_has_not_talked_to_for_a_while() throws IOException {
        proc(ROUTES, ROUTES_6, NEIGHBOURS);
        var woken = new AtomicReference<InetAddress>();

        Map<String, List<Gateway>> found = linux(gateway -> {
                    woken.set(gateway);
                    write("arp", NEIGHBOURS.replace("0x0         00:00:00:00:00:00", "0x2         0a:0b:0c:0d:0e:0f"));
                })
                .of(adapters("eth0", "wlan0"));

        assertThat(woken.get()).isEqualTo(InetAddress.ofLiteral("192.168.1.1"));
        assertThat(found.get("wlan0")).containsExactly(gateway("192.168.1.1", "0a:0b:0c:0d:0e:0f"));
    }

    @Test
    void linux_asks_no_router_of_an_adapter_that_does_not_matter_or_has_no_hardware_addresses() throws IOException {
        proc(ROUTES.replace("eth0", "wwan0"), "", NEIGHBOURS);
        write(sys, "wwan0/type", "65534");
        var woken = new ArrayList<InetAddress>();

        Map<String, List<Gateway>> found = linux(woken::add).of(adapters("wwan0"));

        assertThat(woken).isEmpty();
        assertThat(found.get("wwan0")).containsExactly(gateway("192.168.0.254", ""));
    }

    @Test
    void linux_without_ipv4_or_without_any_route_is_no_mistake() throws IOException {
        assertThat(linux(gateway -> {}).of(List.of())).isEmpty();

        write("ipv6_route", ROUTES_6);

        assertThat(linux(gateway -> {}).of(List.of())).containsOnlyKeys("eth0");
    }

    @Test
    void macos_spells_hardware_addresses_short() throws IOException {
        String routes = """
                Routing tables

                Internet:
                Destination        Gateway            Flags               Netif Expire
                default            192.168.1.1        UGScg                 en0
                127                127.0.0.1          UCS                   lo0
                192.168.1          link#11            UCS                   en0      !

                Internet6:
                Destination                             Gateway                                 Flags               Netif Expire
                default                                 fe80::1%en0                             UGcg                  en0
                default                                 fe80::%utun0                            UGcIg               utun0
                """;
        String neighbours = """
                ? (192.168.1.1) at 2:fc:0:0:0:5 on en0 ifscope [ethernet]
                ? (192.168.1.9) at (incomplete) on en0 ifscope [ethernet]
                """;

        Map<String, List<Gateway>> found =
                new MacGateways(printing("netstat", routes, neighbours), gateway -> {}).of(adapters("en0", "utun0"));

        assertThat(found)
                .isEqualTo(Map.of("en0", List.of(gateway("192.168.1.1", "02:fc:00:00:00:05"), gateway("fe80::1", ""))));
    }

    @Test
    void macos_is_made_to_ask_a_router_that_it_has_forgotten() throws IOException {
        String routes = "default            192.168.1.1        UGScg                 en0\n";
        var neighbours = new AtomicReference<>("? (192.168.1.1) at (incomplete) on en0 ifscope [ethernet]\n");
        var gateways = new MacGateways(
                command -> command.getFirst().contains("netstat") ? routes : neighbours.get(),
                gateway -> neighbours.set("? (192.168.1.1) at 2:fc:0:0:0:5 on en0 ifscope [ethernet]\n"));

        assertThat(gateways.of(adapters("en0"))).containsValue(List.of(gateway("192.168.1.1", "02:fc:00:00:00:05")));
    }

    @Test
    void windows_is_read_by_its_numbers_whatever_its_language() throws IOException {
        String routes = """
                IPv4-Routentabelle
                ===========================================================================
                Aktive Routen:
                     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                          0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.20     25
                        127.0.0.0        255.0.0.0   Auf Verbindung         127.0.0.1    331

                IPv6-Routentabelle
                 If Metrik Netzwerkziel             Gateway
                 12    281 ::/0                     fe80::1
                  1    331 ::1/128                  Auf Verbindung
                """;
        String neighbours = """
                Schnittstelle: 192.168.1.20 --- 0xc
                  Internetadresse       Physische Adresse     Typ
                  192.168.1.1           02-fc-00-00-00-05     dynamisch
                """;
        Map<String, List<Gateway>> found = new WindowsGateways(printing("route", routes, neighbours), gateway -> {})
                .of(List.of(windows("eth3", 12, "192.168.1.20")));

        assertThat(found)
                .isEqualTo(
                        Map.of("eth3", List.of(gateway("192.168.1.1", "02:fc:00:00:00:05"), gateway("fe80::1", ""))));
    }

    @Test
    void windows_on_two_networks_whose_routers_have_the_same_address_tells_them_apart() throws IOException {
        String routes = """
                     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                          0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.20     25
                          0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.37     35
                """;
        String neighbours = """

                Interface: 192.168.1.20 --- 0xc\r
                  Internet Address      Physical Address      Type\r
                  192.168.1.1           02-fc-00-00-00-05     dynamic\r
                  192.168.1.255         ff-ff-ff-ff-ff-ff     static\r
                \r
                Interface: 192.168.1.37 --- 0x7\r
                  Internet Address      Physical Address      Type\r
                  192.168.1.1           02-fc-00-00-00-66     dynamic\r
                """;

        Map<String, List<Gateway>> found = new WindowsGateways(printing("route", routes, neighbours), gateway -> {})
                .of(List.of(windows("eth3", 12, "192.168.1.20"), windows("wlan1", 7, "192.168.1.37")));

        assertThat(found)
                .isEqualTo(Map.of(
                        "eth3",
                        List.of(gateway("192.168.1.1", "02:fc:00:00:00:05")),
                        "wlan1",
                        List.of(gateway("192.168.1.1", "02:fc:00:00:00:66"))));
    }

    @Test
    void windows_is_made_to_ask_a_router_that_it_has_forgotten() throws IOException {
        String routes = "          0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.20     25\n";
        var neighbours = new AtomicReference<>("");
        var gateways = new WindowsGateways(
                command -> command.getFirst().contains("route") ? routes : neighbours.get(),
                gateway -> neighbours.set("""
                        Interface: 192.168.1.20 --- 0xc
                          192.168.1.1           02-fc-00-00-00-05     dynamic
                        """));

        assertThat(gateways.of(List.of(windows("eth3", 12, "192.168.1.20"))))
                .containsValue(List.of(gateway("192.168.1.1", "02:fc:00:00:00:05")));
    }

    @Test
    void a_program_that_fails_or_is_not_there_is_an_error_and_no_empty_answer() {
        assertThatThrownBy(() -> SystemProgram.REAL.print(List.of("/nowhere/netstat")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SystemProgram.REAL.print(List.of("/bin/sh", "-c", "echo half; exit 3")))
                .isInstanceOf(IOException.class);
    }

    private static SystemProgram printing(String first, String routes, String neighbours) {
        return command -> command.getFirst().contains(first) ? routes : neighbours;
    }

    private static Gateway gateway(String address, String hardware) {
        return new Gateway(InetAddress.ofLiteral(address), Optional.of(hardware).filter(text -> !text.isEmpty()));
    }

    private LinuxGateways linux(Consumer<InetAddress> wake) {
        return new LinuxGateways(proc, sys, wake);
    }

    private static List<Adapter> adapters(String... names) {
        return Stream.of(names)
                .map(name -> new Adapter(name, name, 1, true, List.of()))
                .toList();
    }

    private static Adapter windows(String name, int index, String address) {
        return new Adapter(
                name, "Intel Adapter", index, true, List.of(new Adapter.Place(InetAddress.ofLiteral(address), 24)));
    }

    private void proc(String routes, String routes6, String neighbours) {
        write("route", routes);
        write("ipv6_route", routes6);
        write("arp", neighbours);
        write(sys, "eth0/type", "1");
        write(sys, "wlan0/type", "1");
    }

    private void write(String name, String text) {
        write(proc, name, text);
    }

    private static void write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
