/// Care pairs 结对帮扶: a helper of a team and a household that has agreed, with a visit plan. Rule SRV-05, and SRV-04
/// as the tier of the plan.
///
/// A pair is no case of the procedure engine: cases, their queue and their counters are seen by everybody above their
/// place, while of a household nobody knows but its helper, the leader of the team and the community. Its life is an
/// enum here, and [Sight] is the one place that says who sees it. Streets and districts read counts.
@NullMarked
@NamedInterface("care")
package lianlin.matter.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
