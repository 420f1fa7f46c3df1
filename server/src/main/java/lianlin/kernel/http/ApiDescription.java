package lianlin.kernel.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Paging;
import lianlin.kernel.codes.CreditCode;
import lianlin.kernel.codes.EmailAddress;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document, made from the code: ids and areas are strings, and a component of a record is
/// required unless it may be null.
@Configuration
class ApiDescription {
    /// What is an object in the code and a text in the description.
    private static final Map<Class<?>, Supplier<Schema<?>>> TEXTS = Map.of(
            Id.class, () -> text().minLength(13).maxLength(13).example("0KF3Q2Z7V1ABC"),
            Area.class, () -> text().pattern("^(\\d{12}|\\d{15})$").example("440604001003"),
            PhoneNumber.class, () -> text().example("13800001234"),
            PersonName.class, ApiDescription::text,
            IdentityNumber.class, () -> text().minLength(18).maxLength(18),
            CreditCode.class, () -> text().minLength(18).maxLength(18),
            EmailAddress.class, ApiDescription::text);

    static {
        SpringDocUtils.getConfig()
                .addSimpleTypesForParameterObject(TEXTS.keySet().toArray(Class[]::new))
                .replaceWithSchema(JsonNode.class, new Schema<>())
                .addRequestWrapperToIgnore(Paging.class)
                .addAnnotationsToIgnore(IfMatch.class);
        TEXTS.forEach((type, schema) -> SpringDocUtils.getConfig().replaceWithSchema(type, schema.get()));
    }

    private static Schema<?> text() {
        return new StringSchema().types(Set.of("string"));
    }

    /// The library's own resolver of shapes, with our names.
    @Bean
    ModelResolver resolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new ApiNames());
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("Lianlin 联邻")
                        .version("1")
                        .description("The one door for pages, phones and other systems"));
    }

    /// What handlers take ready-made stands in the description as what it comes from: the page, the version.
    @Bean
    OperationCustomizer readyMade() {
        return (operation, method) -> {
            operation.setOperationId(method.getBeanType().getSimpleName().replaceFirst("Controller$", "") + "."
                    + method.getMethod().getName());
            for (var parameter : method.getMethodParameters()) {
                if (parameter.getParameterType() == Paging.class) {
                    operation.addParametersItem(
                            new QueryParameter().name("after").schema(text()));
                    operation.addParametersItem(new QueryParameter()
                            .name("limit")
                            .schema(new IntegerSchema()
                                    .minimum(BigDecimal.ONE)
                                    .maximum(BigDecimal.valueOf(Paging.MOST))));
                }
                if (parameter.hasParameterAnnotation(IfMatch.class)) {
                    operation.addParametersItem(new HeaderParameter()
                            .name("If-Match")
                            .required(true)
                            .schema(text()));
                }
            }
            return operation;
        };
    }

    /// Whatever is not done is answered in the one form of [ProblemAnswer], called `Problem` in the description.
    @Bean
    OpenApiCustomizer problemAnswers() {
        return api -> {
            ModelConverters.getInstance(true).readAll(ProblemAnswer.class).forEach(api.getComponents()::addSchemas);
            var problem = new ApiResponse()
                    .description("What was not done, and why")
                    .content(new Content()
                            .addMediaType(
                                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                    new io.swagger.v3.oas.models.media.MediaType()
                                            .schema(new Schema<>().$ref("ProblemAnswer"))));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().setDefault(problem));
        };
    }

    @Bean
    ModelConverter requiredComponents() {
        return new RequiredComponents();
    }

    /// Marks the components of records that may not be null as required, and texts as texts.
    static final class RequiredComponents implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            var raw = raw(type.getType());
            if (schema == null || raw == null || !raw.isRecord()) {
                return schema;
            }
            var model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                for (var component : raw.getRecordComponents()) {
                    retext(model, component);
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

        /// The library takes a text inside a record for an object again, and any value for an empty one.
        private static void retext(Schema<?> model, RecordComponent component) {
            var text = TEXTS.get(component.getType());
            if (text != null && model.getProperties().containsKey(component.getName())) {
                model.getProperties().put(component.getName(), text.get());
            }
            if (component.getGenericType() instanceof ParameterizedType many
                    && many.getActualTypeArguments()[0] instanceof Class<?> one
                    && TEXTS.containsKey(one)
                    && model.getProperties().get(component.getName()) instanceof Schema<?> list
                    && list.getItems() != null) {
                list.setItems(TEXTS.get(one).get());
            }
            if (component.getType() == Map.class
                    && model.getProperties().get(component.getName()) instanceof Schema<?> map) {
                map.setAdditionalProperties(true);
            }
        }

        /// The class behind a type, in whichever form the library names it.
        private static @Nullable Class<?> raw(Type type) {
            return switch (type) {
                case Class<?> known -> known;
                case ParameterizedType generic -> raw(generic.getRawType());
                case com.fasterxml.jackson.databind.JavaType known -> known.getRawClass();
                default -> null;
            };
        }

        private static boolean nullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || Arrays.stream(component.getAnnotations())
                            .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
        }
    }
}
