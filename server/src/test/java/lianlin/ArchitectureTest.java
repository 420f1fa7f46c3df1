package lianlin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lianlin.kernel.May;
import lianlin.kernel.Open;
import lianlin.testing.Sources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The shape of the code: who may know whom, and the habits that a machine can hold.
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lianlin");

    /// Arrows go down; everybody may use kernel and identity besides.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("identity", Set.of()),
            Map.entry("territory", Set.of()),
            Map.entry("procedure", Set.of()),
            Map.entry("organization", Set.of("procedure", "territory")),
            Map.entry("people", Set.of("organization", "territory")),
            Map.entry("resource", Set.of("procedure", "people", "organization", "territory")),
            Map.entry("commitment", Set.of("procedure", "people", "organization", "territory")),
            Map.entry("ledger", Set.of("procedure", "people", "organization", "territory")),
            Map.entry("activity", Set.of("resource", "people", "organization", "territory")),
            Map.entry("matter", Set.of("procedure", "resource", "people", "organization", "territory")),
            Map.entry("membership", Set.of("procedure", "ledger", "people", "organization", "territory")),
            Map.entry("orglife", Set.of("activity", "resource", "people", "organization", "territory")),
            Map.entry(
                    "deliberation",
                    Set.of("activity", "procedure", "commitment", "people", "organization", "territory")),
            Map.entry("pact", Set.of("procedure", "commitment", "resource", "organization", "territory")),
            Map.entry("volunteer", Set.of("activity", "ledger", "people", "organization", "territory")),
            Map.entry("project", Set.of("procedure", "commitment", "ledger", "resource", "people", "organization")),
            Map.entry("assessment", Set.of("organization", "people", "territory")),
            Map.entry("content", Set.of("organization", "people", "territory")),
            Map.entry("messaging", Set.of("organization", "people", "territory")),
            Map.entry("points", Set.of("organization", "people", "territory", "ledger")));

    /// The top row may use whatever is below it; the demo stands above all.
    private static final Set<String> TOP = Set.of("exchange", "insight", "demo");

    private static final Pattern SAYS_NOTHING =
            Pattern.compile(".*(Impl|Manager|Utils?|Helper|DTO|Dto|VO|Base|Bean)|Abstract.*");
    private static final int LONGEST_FILE = 400;

    /// Files that are longer than the house likes and wait to be split by capability.
    private static final Set<String> TO_BE_SPLIT = Set.of("MemberImportTest.java");

    @Test
    void modulesUseWhatTheyDeclareAndNothingInternal() {
        // The generated table classes know each other through their catalog; what uses them is judged below.
        ApplicationModules.of(Lianlin.class, JavaClass.Predicates.resideInAPackage("lianlin..sql.."))
                .verify();
    }

    @Test
    void modulesDeclareTheArrowsOfTheHouseAlone() {
        var declared = new TreeMap<String, Set<String>>();
        CODE.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith(ApplicationModule.class))
                .forEach(type -> declared.put(
                        type.getPackageName().substring("lianlin.".length()),
                        Arrays.stream(type.getAnnotationOfType(ApplicationModule.class)
                                        .allowedDependencies())
                                // `matter :: order` is a named interface of matter
                                .map(use -> use.replaceFirst(" ::.*", ""))
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(declared.keySet()).isEqualTo(Sources.modules());
        declared.forEach((module, uses) -> {
            var allowed = new TreeSet<>(TOP.contains(module) ? ARROWS.keySet() : ARROWS.getOrDefault(module, Set.of()));
            if (!module.equals("kernel")) {
                allowed.add("kernel");
            }
            if (!Set.of("kernel", "identity").contains(module)) {
                allowed.add("identity");
            }
            assertThat(uses).as(module).isSubsetOf(allowed);
        });
    }

    @Test
    void aModuleTouchesTheTablesOfItsOwnSchemaAlone() {
        for (var module : Sources.modules()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("lianlin." + module + "..")
                    .and()
                    .resideOutsideOfPackage("..sql..")
                    .and()
                    .haveSimpleNameNotEndingWith("Schema")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("lianlin." + module + ".sql..")
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(haveExactlyOneOfMayAndOpen())
                .check(CODE);
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .check(CODE);
    }

    @Test
    void transactionsBeginAtUseCases() {
        noClasses().should().beAnnotatedWith(Transactional.class).check(CODE);
        methods()
                .that()
                .areAnnotatedWith(beginsATransaction())
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .check(CODE);
    }

    @Test
    void controllersKnowNoSql() {
        noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .and()
                .doNotHaveFullyQualifiedName("lianlin.kernel.http.HealthController")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "java.sql..", "org.springframework.jdbc..")
                .check(CODE);
    }

    @Test
    void noNameSaysNothing() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .resideOutsideOfPackage("..sql..")
                .should(haveNoSimpleNameLike(SAYS_NOTHING))
                .check(CODE);
    }

    @Test
    @Tag("S4")
    void sqlIsWrittenInTheDslAndNeverPutTogetherFromTexts() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "lianlin.kernel.database..", "lianlin.kernel.journal..", "lianlin.kernel.postgres..")
                .should(callTo(
                        "JDBC itself",
                        call -> call.getTargetOwner().isAssignableTo(Statement.class)
                                || call.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc.core")))
                .check(CODE);
        var together = Pattern.compile(
                "(?s)(?:DSL\\.(?:sql|condition|field|table|query|resultQuery)|\\.(?:execute|resultQuery|query|fetch\\w*))\\(\\s*"
                        + "\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+\\s*[a-z]");
        var formatted = Pattern.compile(
                "\"[^\"\\n]*\\b(SELECT|INSERT|UPDATE|DELETE|WHERE|JOIN)\\b[^\"\\n]*\"\\s*\\.formatted\\(");
        var puttingTogether = Sources.java().stream()
                .filter(file -> !file.in("kernel/journal", "kernel/database", "kernel/postgres"))
                .filter(file -> together.matcher(file.text()).find()
                        || formatted.matcher(file.text()).find())
                .map(Sources.File::path)
                .toList();
        assertThat(puttingTogether).isEmpty();
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lianlin.kernel.postgres..", "lianlin")
                .and()
                .doNotHaveFullyQualifiedName("lianlin.kernel.Id")
                .and()
                .doNotHaveFullyQualifiedName("lianlin.kernel.codes.IdentityNumber")
                .should(callTo("the time of the machine", ArchitectureTest::readsTheMachinesTime))
                .check(CODE);
    }

    @Test
    void filesStayShort() {
        var tooLong = Sources.javaWithTests().stream()
                .filter(file -> file.text().lines().count() > LONGEST_FILE)
                .map(Sources.File::path)
                .filter(path -> TO_BE_SPLIT.stream().noneMatch(path::endsWith))
                .toList();

        assertThat(tooLong).isEmpty();
    }

    private static boolean readsTheMachinesTime(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && owner.getPackageName().equals("java.time")
                || call.getName().equals("now")
                        && (owner.isEquivalentTo(LocalDate.class) || owner.isEquivalentTo(Instant.class))
                        && call.getTarget()
                                .getRawParameterTypes()
                                .getFirst()
                                .getName()
                                .equals("java.time.ZoneId")
                || call.getName().equals("currentTimeMillis") && owner.isEquivalentTo(System.class);
    }

    private static ArchCondition<JavaMethod> haveExactlyOneOfMayAndOpen() {
        return new ArchCondition<>("have exactly one of @May and @Open, with a permission or a reason") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var may = method.tryGetAnnotationOfType(May.class);
                var open = method.tryGetAnnotationOfType(Open.class);
                var fits = may.isPresent() != open.isPresent()
                        && may.map(asked -> asked.value().matches("[a-z-]+\\.[a-z-]+"))
                                .orElse(true)
                        && open.map(said -> said.value().length() > 10).orElse(true);
                events.add(new SimpleConditionEvent(method, fits, method.getFullName()));
            }
        };
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaAnnotation<?>> beginsATransaction() {
        return DescribedPredicate.describe(
                "a @Transactional that begins a transaction",
                annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                        && annotation.as(Transactional.class).propagation() == Propagation.REQUIRED);
    }

    private static ArchCondition<JavaClass> haveNoSimpleNameLike(Pattern banned) {
        return new ArchCondition<>("be called for what they are") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, !banned.matcher(type.getSimpleName()).matches(), type.getName()));
            }
        };
    }

    /// For use after `noClasses().should(...)`.
    private static ArchCondition<JavaClass> callTo(
            String what, java.util.function.Predicate<JavaMethodCall> forbidden) {
        return new ArchCondition<>("call " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(forbidden)
                        .forEach(call -> events.add(
                                new SimpleConditionEvent(call, true, Objects.toString(call.getDescription()))));
            }
        };
    }
}
