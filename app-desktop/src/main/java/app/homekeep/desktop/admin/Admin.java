// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

/// All that the panel asks of the server, by feature.
public record Admin(
        AdminApi server,
        PeopleApi people,
        SecondFactorApi secondFactor,
        DevicesApi devices,
        RequestsApi requests,
        InvitesApi invites,
        RolesApi roles,
        ApprovalsApi approvals,
        BlocksApi blocks,
        ApiKeysApi apiKeys,
        SigningKeysApi signingKeys,
        SpacesApi spaces,
        NetworksApi networks,
        CertificateApi certificate,
        DoctorApi doctor,
        PairingsApi pairings,
        LockdownApi lockdown,
        SettingsApi settings) {
    /// Over the control door of whichever server serves the data folder.
    public static Admin over(RunFolder run, ControlDoor door) {
        var line = new ServerLine(run, door);
        var accounts = new HttpPeopleApi(line);
        var callers = new HttpRequestsApi(line);
        var keys = new HttpKeysApi(line);
        var home = new HttpHomeApi(line);
        return new Admin(
                new HttpAdminApi(line),
                accounts,
                accounts,
                accounts,
                callers,
                callers,
                new HttpRolesApi(line),
                new HttpApprovalsApi(line),
                new HttpBlocksApi(line),
                keys,
                keys,
                new HttpSpacesApi(line),
                home,
                home,
                home,
                new HttpPairingsApi(line),
                new HttpLockdownApi(line),
                new HttpSettingsApi(line));
    }
}
