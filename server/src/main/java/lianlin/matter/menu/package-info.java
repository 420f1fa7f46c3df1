/// The service menu 服务菜单: what teams and organizations offer, and its life from draft to suspension. Rules SRV-02,
/// SRV-03 and SRV-07.
@NullMarked
@NamedInterface("menu")
package lianlin.matter.menu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
