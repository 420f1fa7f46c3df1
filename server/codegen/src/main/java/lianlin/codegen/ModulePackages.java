package lianlin.codegen;

import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.Definition;
import org.jooq.meta.SchemaDefinition;

/// Puts the classes of every schema into the package `lianlin.<schema>.sql`, so that the module rules keep other
/// modules from naming them.
public class ModulePackages extends DefaultGeneratorStrategy {
    @Override
    public String getJavaPackageName(Definition definition, Mode mode) {
        var schema = definition.getSchema();
        return schema == null ? "lianlin.kernel.sql" : "lianlin." + schema.getName() + ".sql";
    }

    /// A schema and a table of one name stay apart: `OrganizationSchema` and `Organization`.
    @Override
    public String getJavaClassName(Definition definition, Mode mode) {
        var name = super.getJavaClassName(definition, mode);
        return definition instanceof SchemaDefinition ? name + "Schema" : name;
    }
}
