package lianlin.identity.setting;

import jakarta.validation.constraints.Size;
import lianlin.identity.Acting;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a district or the installation sets other than the product has it (the SET rules).
@RestController
@RequestMapping("/api/settings")
class SettingController {
    /// The default where there is no value.
    record NewValue(@Nullable @Size(max = 100) String value) {}

    private final SettingDesk desk;

    SettingController(SettingDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @May("setting.edit")
    Page<SettingView> list(Acting acting, @RequestParam(required = false) @Nullable Integer district) {
        return Page.whole(desk.list(acting, district));
    }

    @PutMapping("/{name}")
    @May("setting.edit")
    SettingView change(
            Acting acting,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer district,
            @jakarta.validation.Valid @RequestBody NewValue wanted) {
        return desk.change(acting, name, district, wanted.value());
    }

    @GetMapping("/{name}/history")
    @May("setting.edit")
    Page<SettingDesk.Change> history(
            Acting acting, @PathVariable String name, @RequestParam(required = false) @Nullable Integer district) {
        return Page.whole(desk.history(acting, name, district));
    }
}
