package lianlin.territory;

import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Labelled;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/// A division of an opened county (TER-01 to TER-04). `children` counts what is directly below, of a community its
/// grids. One that went into another keeps its row with the first day without it (TER-12).
record Division(
        Area code,
        String name,
        String shortName,
        Labelled level,
        Labelled kind,
        Area parent,
        @Nullable String urbanRural,
        @Nullable Labelled regionType,
        @Nullable Integer households,
        int children,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Place replacedBy,
        int version,
        List<Warning> warnings)
        implements Versioned {}
