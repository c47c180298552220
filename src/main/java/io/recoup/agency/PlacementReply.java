package io.recoup.agency;

import java.util.List;

/** The agency's answer to a submission: a case report that must bring the agency's number. */
final class PlacementReply {

    private PlacementReply() {}

    /** @throws IllegalArgumentException if it is no JSON, of another case, or has no {@code agencyCaseId} */
    static CaseReport read(String json, Placement placement) {
        List<CaseNews> news = CaseNewsReader.read(json, placement.agency());
        if (news.isEmpty() || !(news.get(news.size() - 1) instanceof CaseReport report)) {
            throw new IllegalArgumentException("no case in the reply (expected agencyCaseId and state)");
        }
        if (report.agencyCaseId() == null) {
            throw new IllegalArgumentException("field agencyCaseId is missing in the reply");
        }
        if (report.caseNumber() != null && !report.caseNumber().equals(placement.caseNumber())) {
            throw new IllegalArgumentException(
                    "the reply is of case " + report.caseNumber() + ", not " + placement.caseNumber());
        }
        return report;
    }
}
