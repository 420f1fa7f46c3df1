package lianlin.messaging;

import java.util.List;
import lianlin.kernel.http.Sentences;
import org.springframework.stereotype.Component;

/// Makes the text of a message from its code and what fills it, in the language of the thread. What fills it is a
/// number
/// of a case, the name of an organization or the title of a notice, never personal data.
@Component
class Texts {
    private final Sentences sentences;

    Texts(Sentences sentences) {
        this.sentences = sentences;
    }

    String title(String code, List<String> said) {
        return sentences.of("message." + code + ".title", said.toArray());
    }

    String text(String code, List<String> said) {
        return sentences.of("message." + code, said.toArray());
    }

    /// As a short message, with the signature that such messages must carry (MSG-02).
    String sms(String text) {
        return sentences.of("message.sms", text);
    }
}
