package lianlin.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lianlin.identity.Accounts;
import lianlin.identity.DemoLogins;
import lianlin.kernel.Announcement;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads the demo county into an empty database at the start, and says who can sign in.
@Component
@Order(20)
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoStart implements ApplicationRunner, Announcement, DemoLogins {
    private static final long COUNTY = 440_604_000_000L;

    private final DemoCounty county;
    private final Accounts accounts;
    private final DemoSize size;

    /// Other sizes than the usual one are for `./lianlin bench`.
    DemoStart(
            DemoCounty county,
            Accounts accounts,
            @Value("${lianlin.demo.small:false}") boolean small,
            @Value("${lianlin.demo.size:S}") String size,
            @Value("${lianlin.demo.matters:0}") int matters) {
        this.county = county;
        this.size = small ? DemoSize.TINY : DemoSize.measured(size, matters);
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!county.wanted()) {
            return;
        }
        var begin = System.nanoTime();
        System.out.println("Lianlin 联邻 fills the demo county with invented people 正在生成演示数据（人员均为虚构）");
        county.make(
                COUNTY, size, line -> System.out.printf("  %5.1f s  %s%n", (System.nanoTime() - begin) / 1e9, line));
    }

    @Override
    public List<Login> list() {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var known = accounts.known(Cast.all().stream().map(one -> one.login).toList());
            return Cast.all().stream()
                    .filter(one -> known.containsKey(one.login))
                    .map(one -> login(one, Objects.requireNonNull(known.get(one.login))))
                    .toList();
        });
    }

    private static Login login(Cast one, Accounts.Known known) {
        return new Login(one.login, Cast.PASSWORD, known.name(), known.post(), one.face);
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        LocaleContextHolder.setLocale(Locale.CHINA);
        list().forEach(login ->
                lines.add("%-10s  %-4s  %s  %s".formatted(login.login(), login.face(), login.name(), login.label())));
        if (!lines.isEmpty()) {
            lines.addFirst("demo logins  演示账号  password 密码 " + Cast.PASSWORD
                    + ", or the code sent to the phones 13800000001 to "
                    + Invented.loginPhone(Cast.all().size()).reveal());
        }
        return lines;
    }
}
