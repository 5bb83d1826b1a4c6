// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caseimport.h"

#include "gis/import/casefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseImport)
};

constexpr qsizetype kMostShown = 1000;

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('"', "\"\"") + '"';
}

/** The file of refused lines: made with the first of them, gone again if the import fails. */
class RefusedFile
{
public:
    explicit RefusedFile(const QString &path)
        : mFile(path)
    {
    }
    RefusedFile(const RefusedFile &) = delete;
    RefusedFile &operator=(const RefusedFile &) = delete;
    ~RefusedFile()
    {
        if (!mKept && mFile.isOpen()) {
            mFile.remove();
        }
    }

    [[nodiscard]] Result<void> add(const CaseRow &row)
    {
        if (!mFile.isOpen()) {
            if (!mFile.open(QIODevice::WriteOnly)) {
                return failed();
            }
            mFile.write("line,reason,record\n");
        }
        const QByteArray record = QString::fromUtf8(row.raw).toUtf8(); // damaged bytes become marks
        const QByteArray line = QByteArray::number(row.line) + ',' + quoted(row.reason.toUtf8()) +
                                ',' + quoted(record) + '\n';
        if (mFile.write(line) != line.size()) {
            return failed();
        }
        return {};
    }
    /** Its path; empty if no line was refused. */
    [[nodiscard]] Result<QString> finish()
    {
        if (!mFile.isOpen()) {
            return QString();
        }
        if (!mFile.flush()) {
            return failed();
        }
        return mFile.fileName();
    }
    void keep()
    {
        mFile.close();
        mKept = true;
    }

private:
    [[nodiscard]] Error failed() const
    {
        return Error{ErrorCode::Unreachable,
                     Words::tr("The refused lines cannot be written to %1. Name another file for "
                               "them, or make room.")
                         .arg(mFile.fileName()),
                     mFile.errorString()};
    }

    QFile mFile;
    bool mKept = false;
};

QString refusedPath(const CaseImportOptions &options)
{
    if (!options.refusedFile.isEmpty()) {
        return options.refusedFile;
    }
    QString path = options.file;
    for (const QLatin1StringView ending : {".gz"_L1, ".csv"_L1}) {
        if (path.endsWith(ending, Qt::CaseInsensitive)) {
            path.chop(ending.size());
        }
    }
    return path + u".refused.csv"_s;
}

/** One run: takes the blocks, writes cases and refused lines, counts. */
class CaseImportRun
{
public:
    CaseImportRun(Store &store,
                  const CaseImportOptions &options,
                  const CaseImportProgress &progress)
        : mStore(store)
        , mOptions(options)
        , mProfile(effectiveProfile(options))
        , mProgress(progress)
        , mRefused(refusedPath(options))
    {
    }

    [[nodiscard]] Result<CaseImportReport> run();

private:
    [[nodiscard]] Result<void> readAndWrite(const CaseGround &ground);
    [[nodiscard]] Result<void> take(CaseBlock &block);
    [[nodiscard]] Result<void> takeRow(const CaseRow &row);
    [[nodiscard]] Result<void> noteRefusal(const CaseRow &row);
    void count(const CaseRow &row);
    void compare(const CaseRow &row);
    [[nodiscard]] Result<void> writeRun();

    Store &mStore;
    const CaseImportOptions &mOptions;
    const CaseProfile mProfile;
    const CaseImportProgress &mProgress;
    RefusedFile mRefused;
    std::unique_ptr<CaseBatch> mBatch;
    CaseImportReport mReport;
};

Result<CaseImportReport> CaseImportRun::run()
{
    const Result<CaseGround> ground = CaseGround::load(mStore, mProfile);
    if (!ground) {
        return ground.error();
    }
    mReport.unknownTargets = ground.value().unknownTargets;
    const Result<void> done = mStore.transaction([&] { return readAndWrite(ground.value()); });
    mBatch.reset();
    if (!done) {
        return done.error();
    }
    mRefused.keep();
    return mReport;
}

Result<void> CaseImportRun::readAndWrite(const CaseGround &ground)
{
    Result<std::unique_ptr<CaseBatch>> batch = mStore.cases().beginBatch();
    if (!batch) {
        return batch.error();
    }
    mBatch = std::move(batch).value();
    const Result<QByteArray> read = readCaseFile(
        mOptions.file, mProfile, ground, [this](CaseBlock &block) { return take(block); });
    if (!read) {
        mBatch.reset();
        return read.error();
    }
    mReport.fileHash = read.value();
    const Result<QString> refused = mRefused.finish();
    if (!refused) {
        mBatch.reset();
        return refused.error();
    }
    mReport.refusedFile = refused.value();
    if (const Result<void> noted = writeRun(); !noted) {
        mBatch.reset();
        return noted;
    }
    return mBatch->commit();
}

Result<void> CaseImportRun::take(CaseBlock &block)
{
    if (!block.newClasses.isEmpty()) {
        if (const Result<void> written = mStore.write(block.newClasses); !written) {
            return written;
        }
        mReport.newClasses += block.newClasses.size();
    }
    if (!block.newUnits.isEmpty()) {
        if (const Result<void> written = mStore.write(block.newUnits); !written) {
            return written;
        }
        mReport.newUnits += block.newUnits.size();
    }
    for (const CaseRow &row : block.rows) {
        ++mReport.read;
        if (const Result<void> taken = takeRow(row); !taken) {
            return taken;
        }
    }
    if (mProgress && !mProgress(block.percent, mReport.read)) {
        return Error{
            ErrorCode::Cancelled, Words::tr("The import was stopped. Nothing of it was kept."), {}};
    }
    return {};
}

Result<void> CaseImportRun::takeRow(const CaseRow &row)
{
    if (row.refusal != CaseRefusal::None) {
        return noteRefusal(row);
    }
    compare(row);
    CaseStep step;
    step.action = CaseAction::Import;
    step.at = mOptions.now;
    step.actor = mOptions.actor;
    step.origin = mOptions.origin;
    step.to = row.subject.state;
    step.note = row.note;
    step.facts = row.facts;
    const Result<bool> added = mBatch->add(row.subject.id, {step});
    if (!added) {
        return added.error(); // a batch may speak of an earlier row: nothing to go on with
    }
    if (added.value()) {
        count(row);
    } else {
        ++mReport.known;
    }
    return {};
}

Result<void> CaseImportRun::noteRefusal(const CaseRow &row)
{
    ++mReport.refused;
    ++mReport.refusedByKind[toId(row.refusal)];
    if (mReport.firstRefused.size() < kMostShown) {
        mReport.firstRefused.append({row.line, row.reason});
    }
    return mRefused.add(row);
}

void CaseImportRun::count(const CaseRow &row)
{
    ++mReport.accepted;
    const Case &subject = row.subject;
    if (!subject.place) {
        ++mReport.withoutPlace;
        mReport.withoutArea += subject.community.isEmpty() && subject.street.isEmpty() ? 1 : 0;
    } else if (subject.grid.isEmpty()) {
        ++mReport.outsideGrids;
    }
    mReport.clockTwice += row.clockTwice ? 1 : 0;
    mReport.clockNever += row.clockNever ? 1 : 0;
}

/** Only where the set knows when the work was due and when it ended: else its word depends on
 * "now". */
void CaseImportRun::compare(const CaseRow &row)
{
    const Case &subject = row.subject;
    if (!row.saysOverdue || !subject.dueAt || (!subject.handledAt && !subject.closedAt)) {
        return;
    }
    ++mReport.onTimeCompared;
    if (isOverdue(subject, mOptions.now) == *row.saysOverdue) {
        ++mReport.onTimeEqual;
    } else if (mReport.firstUnequal.size() < kMostShown) {
        mReport.firstUnequal.append(row.line);
    }
}

Result<void> CaseImportRun::writeRun()
{
    ImportRun run;
    run.source = mProfile.name;
    run.file = QFileInfo(mOptions.file).fileName();
    run.fileHash = mReport.fileHash;
    run.at = mOptions.now;
    run.actor = mOptions.actor;
    run.accepted = mReport.accepted;
    run.known = mReport.known;
    run.refused = mReport.refused;
    return mStore.write(run);
}

} // namespace

CaseProfile effectiveProfile(const CaseImportOptions &options)
{
    CaseProfile profile = options.profile;
    if (options.crs && !profile.position.xColumn.isEmpty()) {
        profile.position.crs = *options.crs;
    }
    if (!options.encoding.isEmpty()) {
        profile.encoding = options.encoding;
    }
    profile.position.refuseOutside = profile.position.refuseOutside || options.refuseOutside;
    return profile;
}

Result<CaseImportReport>
importCases(Store &store, const CaseImportOptions &options, const CaseImportProgress &progress)
{
    return CaseImportRun(store, options, progress).run();
}

} // namespace gridward
