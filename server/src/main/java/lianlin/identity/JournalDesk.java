package lianlin.identity;

import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.journal.SealVerification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The auditor checks the seals; that he did is written down as well (IDN-15).
@Service
class JournalDesk {
    private final SealVerification verification;
    private final Facts facts;

    JournalDesk(SealVerification verification, Facts facts) {
        this.verification = verification;
        this.facts = facts;
    }

    @Transactional
    SealVerification.Verdict verify(Acting acting) {
        var verdict = verification.all();
        var header = acting.header(acting.jurisdiction(), "journal", Id.next());
        facts.publish(new JournalVerified(
                header, verdict.seals(), verdict.rows(), verdict.findings().size()));
        return verdict;
    }

    record JournalVerified(Fact.Header header, long seals, long rows, int findings) implements Fact {}
}
