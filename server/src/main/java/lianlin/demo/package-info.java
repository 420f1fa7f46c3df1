/// The demo county: a district as large as a real one, filled with invented people and what they do, by the
/// same seed always the same. Rules: section 18 (figures), PRIN-01 to PRIN-06. Nothing here runs outside the
/// demo.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "territory",
            "territory :: building",
            "territory :: duty",
            "territory :: patrol",
            "territory :: section",
            "territory :: shape",
            "organization",
            "people",
            "procedure",
            "matter",
            "matter :: care",
            "matter :: menu",
            "matter :: order"
        })
package lianlin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
