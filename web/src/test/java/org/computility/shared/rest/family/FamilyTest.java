package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {

    @ParameterizedTest
    @CsvFileSource(resources = "operations.csv", numLinesToSkip = 1)
    void thePathOfEachOperationTellsItsStandard(String standard, String clause, String uri) {
        Family expected =
                switch (standard) {
                    case "T/BAX 0006.5" -> Family.ACSMP;
                    case "T/AI 123.8" -> Family.NETWORK;
                    case "T/AI 123.12" -> Family.TRADING;
                    case "TC609" -> Family.MONITORING;
                    default -> throw new AssertionError(standard);
                };

        assertThat(Family.at(uri)).as(clause).isEqualTo(expected);
        assertThat(Family.at(uri.substring(1))).as(clause).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/data/registerData, TRADING",
        "/ACSMP, ACSMP",
        "/ACSMPlus/Tasks, PLATFORM",
        "/api, MONITORING",
        "/platform/v1/tokens, PLATFORM",
        "/platform/v1/market/matches, PLATFORM",
        "/centersOfGravity, PLATFORM",
        "/, PLATFORM",
        "'', PLATFORM"
    })
    void onlyAWholeFirstSegmentTellsTheFamily(String path, Family expected) {
        assertThat(Family.at(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, pageSize, PageSize",
        "ACSMP, page, PageNumber",
        "ACSMP, algoFilePackageId, AlgoFilePackageID",
        "ACSMP, ids[0], IDs[0]",
        "ACSMP, pageRequest.orderList.property, PageRequest.OrderList.Property",
        "ACSMP, algoTaskInfos[2].id, AlgoTaskInfos[2].ID",
        "ACSMP, ip, IP",
        "ACSMP, planId, TaskID",
        "ACSMP, planDayTime[1], PlanDayTime[1]",
        "ACSMP, instance.priority, AlgoTaskInfo.Priority",
        "ACSMP, instances, AlgoTaskInfos",
        "ACSMP, instances[2].algoDefCode, AlgoTaskInfos[2].AlgoDefCode",
        "ACSMP, instances[0].streamOptions.videoStreamOptions.url, AlgoTaskInfos[0].StreamOptions.VideoStreamOptions.Url",
        "ACSMP, instances[0].rulesParams[1].resultReceiveUrl[2], AlgoTaskInfos[0].RulesParams[1].ResultReceiveUrl[2]",
        "ACSMP, inspection, InspectionPlan",
        "ACSMP, inspection.concurrency, InspectionPlan.Concurrency",
        "ACSMP, inspection.instance.deviceId, InspectionPlan.TaskInfo.DeviceID",
        "ACSMP, inspection.instances[3].id, InspectionPlan.TaskInfo[3].ID",
        "PLATFORM, inspection.instances[3].id, inspection.instances[3].id",
        "NETWORK, pageSize, pageSize",
        "TRADING, keyWords, key_words",
        "TRADING, registrationId, registrationID",
        "TRADING, publisherId, publisherId",
        "MONITORING, centerId, centerId",
        "PLATFORM, page, page",
        "PLATFORM, dataId, dataID"
    })
    void spellsNeutralMembersAsTheTablesDo(Family family, String neutral, String spelt) {
        assertThat(family.spelt(neutral)).isEqualTo(spelt);
    }

    @Test
    void everyFamilyTakesTheTokenWhereTheOthersDo() {
        for (Family family : Family.values()) {
            assertThat(family.tokenHeaders()).contains("X-Auth-Token");
        }
    }
}
