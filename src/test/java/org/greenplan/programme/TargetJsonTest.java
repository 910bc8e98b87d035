package org.greenplan.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page, report and programs are told where a target stands in the same words. */
class TargetJsonTest {
    /** A promise that is not made yet is no promise of nothing, and nothing is missing of it. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, '\"value\":null,\"planned\":4.0,\"missing\":null'",
        "10, 6, '\"value\":10.0,\"planned\":4.0,\"missing\":6.0'",
        "4, 0, '\"value\":4.0,\"planned\":4.0,\"missing\":0.0'"
    })
    void whatIsLeftOpenIsNull(double value, double missing, String told) {
        var line = new TargetLine(
                "new_green",
                Words.of("新增绿地", "New green"),
                TargetLine.Measure.NET_AREA,
                TargetLine.AreaMethod.PLANE,
                List.of(),
                null,
                null,
                value,
                "m2",
                null,
                null);
        var state = new TargetState(line, 4, Map.of("approved", 4.0), missing, null);
        assertThat(JsonText.of(json -> TargetJson.write(json, state)))
                .contains(told, "\"measure\":\"net area\",\"method\":\"plane\"", "\"due\":null,\"source\":null");
    }
}
