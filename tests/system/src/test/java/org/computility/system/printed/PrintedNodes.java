package org.computility.system.printed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.computility.system.FakeNode;
import org.computility.system.Platform;

/** Nodes with the printed codes; each registers with the print of B.1, but for its code, type and port. */
final class PrintedNodes implements AutoCloseable {

    /** Of annexes B and F. */
    static final String NODE = "11010800005020000001";

    private final Platform platform;
    private final FakeNode node = new FakeNode(NODE);
    private final FakeNode leaving = new FakeNode("11011501925026000000");
    private final FakeNode monitored = new FakeNode("11010800005050000001");

    PrintedNodes(Platform platform) {
        this.platform = platform;
        comeBack();
        register(monitored, "CCP");
        monitored.tell(Printed.response("G")
                .getValue("/Data/PageContent/0/DeviceInfos/0")
                .asJsonObject());
    }

    FakeNode node() {
        return node;
    }

    /** The node of annexes B and F registers its own address, after B.1 registered the printed one. */
    void comeBack() {
        register(node, "CAP");
    }

    /** The node of B.2 and B.3 comes; its token. */
    String arrive() {
        return register(leaving, "CAP");
    }

    @Override
    public void close() {
        for (FakeNode each : List.of(node, leaving, monitored)) {
            platform.anonymous()
                    .post(
                            "ACSMP/UnRegister",
                            PrintedWorld.changed("B.2").add("Code", each.code()).build());
            each.close();
        }
    }

    private String register(FakeNode which, String type) {
        JsonObject registration = PrintedWorld.changed("B.1")
                .add("Code", which.code())
                .add("Type", type)
                .add("Port", which.port())
                .build();
        return platform.anonymous().post("ACSMP/Register", registration).data().getString("Token");
    }

    /** That of the device account with the printed name and password, which an earlier try may have left. */
    static String organisation(Platform platform) {
        String organisation = platform.freshOrganisation();
        JsonObject account = Json.createObjectBuilder()
                .add("username", Printed.request("B.1").getString("Username"))
                .add("password", Printed.request("B.1").getString("Password"))
                .add("organisationId", organisation)
                .add("roles", Json.createArrayBuilder().add("DEVICE"))
                .build();
        if (platform.asAdmin()
                        .post("platform/v1/accounts", account)
                        .expect(201, 409)
                        .status()
                == 201) {
            return organisation;
        }
        return platform.as(platform.login(account.getString("username"), account.getString("password")))
                .get("platform/v1/accounts/me")
                .expect(200)
                .json()
                .getString("organisationId");
    }
}
