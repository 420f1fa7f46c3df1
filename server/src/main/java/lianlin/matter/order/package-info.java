/// Service orders: 群众点单 - 党组织下单 - 志愿队接单 - 评单. Rules SRV-01, SRV-06 to SRV-08.
@NullMarked
@NamedInterface("order")
package lianlin.matter.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
