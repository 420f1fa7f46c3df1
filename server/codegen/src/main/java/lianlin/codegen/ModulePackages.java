package lianlin.codegen;

import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.Definition;
import org.jooq.meta.SchemaDefinition;

/// Puts the classes of every schema into the package `lianlin.<schema>.sql`, so that the module rules keep other
/// modules from naming them. A schema's own class ends in `Schema`, so that a table may have the name of its module.
public class ModulePackages extends DefaultGeneratorStrategy {
    @Override
    public String getJavaPackageName(Definition definition, Mode mode) {
        var schema = definition.getSchema();
        return schema == null ? "lianlin.kernel.sql" : "lianlin." + schema.getName() + ".sql";
    }

    @Override
    public String getJavaClassName(Definition definition, Mode mode) {
        var name = super.getJavaClassName(definition, mode);
        return definition instanceof SchemaDefinition ? name + "Schema" : name;
    }

    @Override
    public String getJavaIdentifier(Definition definition) {
        var name = super.getJavaIdentifier(definition);
        return definition instanceof SchemaDefinition ? name + "_SCHEMA" : name;
    }
}
