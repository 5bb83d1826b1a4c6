// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/evaluationfile.h"

#include "models/service/auditdesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationFile)
};

constexpr char kUtf8Mark[] = "\xef\xbb\xbf";

} // namespace

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” cannot be written: %2.")
                         .arg(QDir::toNativeSeparators(path), file.errorString()),
                     {}};
    }
    return {};
}

Result<void> writeFigures(const Evaluation &evaluation,
                          const TableForm &form,
                          CsvReader reader,
                          const Stamp &stamp,
                          const QString &path)
{
    const TableSheet sheet = figuresTable(evaluation, form);
    const bool isForPeople = reader == CsvReader::People;
    if (Result<void> written = writeWhole(path,
                                          isForPeople ? kUtf8Mark + csvOf(sheet, CsvHead::Titles)
                                                      : csvOf(sheet, CsvHead::Ids));
        !written) {
        return written;
    }
    Result<void> stamped = writeStampBeside(path, stamp);
    if (!stamped) {
        QFile::remove(path);
    }
    return stamped;
}

} // namespace gridward
