package org.greenplan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greenplan.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as offices mail them come in as they were meant, or the dialogue asks: from the bytes to the preview. */
class MailedFilesTest {
    private static MailedFiles mailed;

    @BeforeAll
    static void open() {
        mailed = new MailedFiles();
    }

    @AfterAll
    static void close() {
        mailed.close();
    }

    /** An old or an unknown system is asked about: the file is never laid down by the size of its numbers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "txt-old-datum/a.txt|Xi'an 1980, tens of metres off CGCS2000. Enter the seven parameters",
                "txt-old-datum/b.txt|Xi'an 1980, tens of metres off CGCS2000. Enter the seven parameters",
                "txt-old-datum/c.txt|Beijing 1954, tens of metres off CGCS2000. Enter the seven parameters",
                "txt-old-datum/d.txt|names a coordinate system (坐标系=独立坐标系,几度分带=3,带号=38) that is not known"
            })
    void isAskedAbout(String file, String words) {
        assertThatThrownBy(() -> mailed.preview(file))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().en()).contains(words));
    }
}
