package org.greenplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Shows that the run "elsewhere" of the build is elsewhere; the name keeps it out of every other run. */
class GermanMachine {
    @Test
    void writesACommaAndLivesInNewYork() {
        assertThat(String.format("%.2f", 0.0)).isEqualTo("0,00");
        assertThat(Locale.getDefault()).isEqualTo(Locale.GERMANY);
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("America/New_York"));
    }
}
