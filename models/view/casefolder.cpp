// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casefolder.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "models/view/displayzone.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using dossier_words::Line;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseFolder)
};

constexpr qsizetype kLongestName = 40;

/**
 * Names inside of a PDF are read by many programs in as many ways: only what all of them agree on
 * is kept, the place in front makes each of them the only one, and the page says what it was.
 */
QString safeName(qsizetype place, const QString &original)
{
    QString kept;
    for (const QChar c : original) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
                             (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'_';
        kept += isPlain ? c : u'_';
    }
    while (kept.contains("__"_L1)) {
        kept.replace("__"_L1, "_"_L1);
    }
    return u"%1-%2"_s.arg(place, 2, 10, QLatin1Char('0')).arg(kept.right(kLongestName));
}

FolderBlock heading(const QString &text)
{
    FolderBlock block;
    block.kind = FolderBlock::Kind::Heading;
    block.text = text;
    return block;
}

FolderBlock paragraph(const QString &text, bool alert = false)
{
    FolderBlock block;
    block.kind = alert ? FolderBlock::Kind::Alert : FolderBlock::Kind::Text;
    block.text = text;
    return block;
}

FolderBlock facts(const QList<Line> &lines)
{
    FolderBlock block;
    block.kind = FolderBlock::Kind::Facts;
    block.lines = lines;
    return block;
}

/** A section that says so where there is nothing. */
void addFacts(CaseFolder &folder,
              const QString &title,
              const QList<Line> &lines,
              const QString &none = {})
{
    if (lines.isEmpty() && none.isEmpty()) {
        return;
    }
    folder.blocks.append(heading(title));
    folder.blocks.append(lines.isEmpty() ? paragraph(none) : facts(lines));
}

void addFiles(CaseFolder &folder, const CaseDossier &dossier)
{
    folder.files.append({u"00-log.json"_s, {}, u"application/json"_s, dossier.log});
    for (qsizetype i = 0; i < dossier.file.attachments.size(); ++i) {
        const Attachment &attachment = dossier.file.attachments.at(i);
        folder.files.append({safeName(i + 1, attachment.name),
                             attachment.name,
                             attachment.mediaType,
                             attachment.content});
    }
}

void addCover(CaseFolder &folder, const CaseDossier &dossier)
{
    folder.blocks.append(paragraph(dossier.file.subject.text));
    folder.blocks.append(facts(dossier_words::mainLines(dossier)));
    const Line chain = dossier_words::chainLine(dossier);
    folder.blocks.append(paragraph(chain.value, chain.alert));
    const bool isEvidenceSound =
        std::ranges::all_of(dossier.evidence, [](const EvidenceItem &item) {
            return item.state == EvidenceItem::State::Holds;
        });
    if (!isEvidenceSound) {
        folder.blocks.append(paragraph(
            Words::tr("The evidence is NOT what the log says. See the section “Evidence”."), true));
    }
    if (dossier.surroundings.middle) {
        FolderBlock plan;
        plan.kind = FolderBlock::Kind::Plan;
        folder.blocks.append(heading(Words::tr("Surroundings")));
        folder.blocks.append(plan);
        folder.blocks.append(facts(dossier_words::nearLines(dossier)));
    }
}

void addPeople(CaseFolder &folder, const CaseDossier &dossier)
{
    // Who is on duty is so at that moment alone.
    addFacts(folder,
             Words::tr("Grid and those who answer for it, as of %1")
                 .arg(dossier_words::fullTime(dossier.at)),
             dossier_words::gridLines(dossier));
    addFacts(folder, Words::tr("People"), dossier_words::peopleLines(dossier));
    folder.blocks.append(
        paragraph(Words::tr("Names and phones of callers and residents are kept masked apart from "
                            "the case; none of them is in this folder or its files.")));
}

void addEvidence(CaseFolder &folder, const CaseDossier &dossier)
{
    folder.blocks.append(heading(Words::tr("Evidence")));
    for (const QString &line : dossier_words::missingLines(dossier)) {
        folder.blocks.append(paragraph(line, true));
    }
    if (dossier.evidence.isEmpty()) {
        folder.blocks.append(paragraph(Words::tr("No picture or file came with this case.")));
    }
    for (const EvidenceItem &item : dossier.evidence) {
        FolderBlock block;
        block.kind = FolderBlock::Kind::Picture;
        block.text = u"%1 · %2"_s.arg(dossier_words::phaseWord(item.phase), item.attachment.name);
        block.lines = {
            {Words::tr("Came with"), dossier_words::evidenceOrigin(item, dossier), false}};
        block.lines += dossier_words::evidenceLines(item);
        if (item.place >= 0) {
            block.file = item.place + 1; // the log is the first file
            const FolderFile &file = folder.files.at(block.file);
            block.lines.append(
                {Words::tr("File in this folder"),
                 u"%1 (%2)"_s.arg(file.name, QLocale().formattedDataSize(file.content.size())),
                 false});
        }
        folder.blocks.append(block);
    }
}

void addRelations(CaseFolder &folder, const CaseDossier &dossier)
{
    FolderBlock table;
    table.kind = FolderBlock::Kind::Table;
    table.shares = {0.18, 0.26, 0.34, 0.22};
    table.rows.append(
        {Words::tr("How"), Words::tr("Number"), Words::tr("Class"), Words::tr("State")});
    const bool english = isEnglish();
    for (const dossier_words::Relation &one : dossier_words::relations(dossier)) {
        table.rows.append({one.word,
                           one.other.number,
                           dossier.names.className(one.other.classKey, english),
                           case_words::word(one.other.state)});
    }
    folder.blocks.append(heading(Words::tr("Parts, duplicates and bundle")));
    folder.blocks.append(table.rows.size() > 1
                             ? table
                             : paragraph(Words::tr("No other case belongs with this one.")));
}

void addLog(CaseFolder &folder, const CaseDossier &dossier)
{
    FolderBlock table;
    table.kind = FolderBlock::Kind::Table;
    table.shares = {0.05, 0.145, 0.30, 0.20, 0.15, 0.155};
    table.rows.append({Words::tr("No."),
                       Words::tr("Time"),
                       Words::tr("Step and note"),
                       Words::tr("Who"),
                       Words::tr("State after"),
                       Words::tr("Hash")});
    for (const dossier_words::LogRow &row : dossier_words::logRows(dossier)) {
        if (!row.holds) {
            table.alertRows.append(static_cast<int>(table.rows.size()));
        }
        table.rows.append({QString::number(row.sequence),
                           row.time,
                           row.note.isEmpty() ? row.step : row.step + u'\n' + row.note,
                           row.who,
                           row.state,
                           row.holds ? row.hash : row.hash + u'\n' + Words::tr("DOES NOT FOLLOW")});
    }
    const Line chain = dossier_words::chainLine(dossier);
    folder.blocks.append(heading(Words::tr("Log")));
    folder.blocks.append(paragraph(chain.value, chain.alert));
    folder.blocks.append(table);
    folder.blocks.append(paragraph(Words::tr("Head of the chain (SHA-256 of the last step): %1")
                                       .arg(QString::fromLatin1(dossier.chain.head.toHex()))));
    folder.blocks.append(paragraph(
        Words::tr("Times are those of %1. Each hash is a SHA-256 over the step and the hash before "
                  "it; %2 in this folder has all of them, with the facts of each step.")
            .arg(dossier.store.timeZone, folder.files.first().name)));
}

} // namespace

CaseFolder makeCaseFolder(const CaseDossier &dossier, const Stamp &stamp)
{
    const YearsTold years;
    const Case &subject = dossier.file.subject;
    CaseFolder folder;
    folder.number = subject.number;
    folder.title = Words::tr("Case %1: %2")
                       .arg(subject.number, dossier.names.className(subject.classKey, isEnglish()));
    folder.district = dossier.store.name;
    folder.stamp = stamp.line();
    folder.author = stamp.who();
    folder.made = stamp.localTime();
    folder.simulated = dossier.store.isSimulated();
    folder.surroundings = dossier.surroundings;
    folder.level = subject.level;
    folder.attribution = Words::tr("Drawn from the data of %1, WGS 84 (EPSG:4326); state of %2")
                             .arg(dossier.store.name, dossier_words::fullTime(dossier.at));
    addFiles(folder, dossier);
    addCover(folder, dossier);
    addFacts(folder, Words::tr("Form"), dossier_words::formLines(dossier));
    addPeople(folder, dossier);
    folder.blocks.append(heading(Words::tr("Clocks and deadline")));
    const QStringList clocks = dossier_words::clockLines(dossier);
    for (const QString &line : clocks) {
        folder.blocks.append(paragraph(line));
    }
    if (clocks.isEmpty()) {
        folder.blocks.append(paragraph(Words::tr("No rule explains the deadlines of this case.")));
    }
    addFacts(folder,
             Words::tr("Calls to departments"),
             dossier_words::callLines(dossier),
             Words::tr("No department was called to it."));
    addEvidence(folder, dossier);
    addRelations(folder, dossier);
    addLog(folder, dossier);
    return folder;
}

} // namespace gridward
