package org.greenplan.catalogue;

import java.util.List;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** A closed list of values, with the standard and the edition it comes from. */
public record CodeList(String id, Words title, @Nullable String source, @Nullable String edition, List<Code> codes) {
    public CodeList {
        codes = List.copyOf(codes);
    }

    public Optional<Code> find(String code) {
        return codes.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
