// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/jsonlinessource.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonLinesSource)
};

constexpr int kProbedLines = 100;
constexpr qint64 kLongestLine = 1 << 20;

QByteArray withoutMark(const QByteArray &line)
{
    return line.startsWith("\xEF\xBB\xBF") ? line.mid(3) : line;
}

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return value.toString().trimmed();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

} // namespace

bool JsonLinesSource::isJsonLines(const QString &file)
{
    return file.endsWith(".jsonl"_L1, Qt::CaseInsensitive) ||
           file.endsWith(".ndjson"_L1, Qt::CaseInsensitive);
}

Result<std::unique_ptr<FeatureSource>> JsonLinesSource::open(const QString &file)
{
    auto source = std::make_unique<JsonLinesSource>();
    source->mName = QFileInfo(file).fileName();
    source->mFile.setFileName(file);
    if (!QFileInfo::exists(file)) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no file “%1”. Check the name and the folder.").arg(file),
                     {}};
    }
    if (!source->mFile.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” cannot be read: %2").arg(file, source->mFile.errorString()),
                     {}};
    }
    for (int line = 0; line < kProbedLines && !source->mFile.atEnd(); ++line) {
        const QByteArray text = withoutMark(source->mFile.readLine(kLongestLine));
        const QStringList names = QJsonDocument::fromJson(text).object().keys();
        for (const QString &name : names) {
            if (!source->mColumns.contains(name)) {
                source->mColumns.append(name);
            }
        }
    }
    if (source->mColumns.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” has no JSON object in its first lines: write one a line.")
                         .arg(source->mName),
                     {}};
    }
    source->mFile.seek(0);
    return std::unique_ptr<FeatureSource>(std::move(source));
}

Result<bool> JsonLinesSource::next(SourceFeature &feature)
{
    QByteArray text;
    while (text.trimmed().isEmpty()) {
        if (mFile.atEnd()) {
            return false;
        }
        text = withoutMark(mFile.readLine(kLongestLine));
        ++mLine;
    }
    feature.number = ++mNumber;
    feature.line = mLine;
    feature.values.clear();
    feature.refusal.clear();
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject()) {
        feature.refusal = Words::tr("This line is no JSON object: %1.").arg(problem.errorString());
        return true;
    }
    const QJsonObject object = document.object();
    for (const QString &name : std::as_const(mColumns)) {
        feature.values.append(textOf(object.value(name)));
    }
    return true;
}

} // namespace gridward
