package lianlin.kernel.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Paging;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document, made from the code: ids and areas are strings, and a component of a record is required unless
/// it may be null.
@Configuration
class ApiDescription {
    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Id.class, new StringSchema().minLength(13).maxLength(13).example("0KF3Q2Z7V1ABC"))
                .replaceWithSchema(
                        Area.class,
                        new StringSchema().pattern("^(\\d{12}|\\d{15})$").example("440604001003"))
                .replaceWithSchema(JsonNode.class, new Schema<>())
                .addRequestWrapperToIgnore(Paging.class);
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Lianlin 联邻")
                        .version("1")
                        .description("The one door for pages, phones and other systems"));
    }

    @Bean
    ModelConverter requiredComponents() {
        return new RequiredComponents();
    }

    /// Marks the components of records that may not be null as required.
    static final class RequiredComponents implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            var raw = tools.jackson.databind.type.TypeFactory.createDefaultInstance()
                    .constructType(type.getType())
                    .getRawClass();
            if (schema == null || !raw.isRecord()) {
                return schema;
            }
            var model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                for (var component : raw.getRecordComponents()) {
                    if (!nullable(component)
                            && model.getProperties().containsKey(component.getName())
                            && (model.getRequired() == null
                                    || !model.getRequired().contains(component.getName()))) {
                        model.addRequiredItem(component.getName());
                    }
                }
            }
            return schema;
        }

        private static boolean nullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || Arrays.stream(component.getAnnotations())
                            .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
        }
    }
}
