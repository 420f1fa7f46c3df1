package lianlin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/// What people read when something is not done: in the language that they asked for, with how to mend it. Where one
/// field is wrong, the sentence stands at the field.
public record Refusal(int status, String code, String chinese, String english) {
    public static final Refusal STALE = new Refusal(
            412,
            "stale",
            "没有保存：您打开之后，已有他人修改过这项内容。",
            "Nothing was saved: somebody else has changed this since you opened it.");

    /// The call, made anew for each language, must be answered so.
    public void answers(Supplier<Call> call) {
        assertThat(sentence(call.get().send())).isEqualTo(chinese);
        assertThat(sentence(call.get().english().send())).isEqualTo(english);
    }

    private String sentence(Answer answer) {
        answer.is(status).problem(code);
        if (answer.text("/code").equals(code)) {
            assertThat(answer.text("/detail")).as("how to mend it").isNotBlank();
            return answer.text("/title");
        }
        return answer.json("/errors")
                .valueStream()
                .filter(error -> error.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .get("message")
                .asString();
    }
}
