// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonform.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonForm)
};

/** "hours[2]": people count from 1 in sentences, but this is an address in a file. */
QString entryOf(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

std::optional<int> wholeNumber(const QJsonValue &value, int least, int most)
{
    const double number = value.toDouble(std::nan(""));
    // NaN compares false with everything.
    if (!(number >= least && number <= most) || number != std::floor(number)) {
        return std::nullopt;
    }
    return static_cast<int>(number);
}

QString noNumber(const QString &path, int least, int most)
{
    return Words::tr("“%1” must be a whole number from %2 to %3.")
        .arg(path, QString::number(least), QString::number(most));
}

QString noText(const QString &path)
{
    return Words::tr("“%1” must be a text in quotation marks.").arg(path);
}

} // namespace

void JsonComplaint::say(const QString &message)
{
    if (!mMessage) {
        mMessage = message;
    }
}

std::optional<QJsonObject> jsonObjectFrom(const QByteArray &json, JsonComplaint &complaint)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        complaint.say(Words::tr("It is no JSON; the fault is at byte %1: %2.")
                          .arg(QString::number(fault.offset), fault.errorString()));
        return std::nullopt;
    }
    if (!document.isObject()) {
        complaint.say(Words::tr("It must be one JSON object in curly brackets."));
        return std::nullopt;
    }
    return document.object();
}

JsonForm::JsonForm(JsonComplaint &complaint, QJsonObject object, QString path)
    : mComplaint(complaint)
    , mObject(std::move(object))
    , mPath(std::move(path))
{
}

QString JsonForm::pathOf(const QString &key) const
{
    return mPath.isEmpty() ? key : mPath + u'.' + key;
}

QJsonValue JsonForm::take(const QString &key)
{
    mAsked.append(key);
    QJsonValue value = mObject.value(key);
    if (value.isUndefined()) {
        say(Words::tr("The key “%1” is missing.").arg(pathOf(key)));
    }
    return value;
}

bool JsonForm::has(const QString &key)
{
    mAsked.append(key);
    return mObject.contains(key);
}

QString JsonForm::text(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isString()) {
        say(noText(pathOf(key)));
    }
    return value.toString();
}

QString JsonForm::name(const QString &key)
{
    QString value = text(key);
    if (value.trimmed().isEmpty()) {
        say(Words::tr("“%1” must not be empty.").arg(pathOf(key)));
    }
    return value;
}

std::optional<QString> JsonForm::optionalText(const QString &key)
{
    return has(key) ? std::optional(text(key)) : std::nullopt;
}

int JsonForm::number(const QString &key, int least, int most)
{
    const std::optional<int> value = wholeNumber(take(key), least, most);
    if (!value) {
        say(noNumber(pathOf(key), least, most));
    }
    return value.value_or(least);
}

std::optional<int> JsonForm::optionalNumber(const QString &key, int least, int most)
{
    return has(key) ? std::optional(number(key, least, most)) : std::nullopt;
}

QDate JsonForm::date(const QString &key)
{
    const QString value = text(key);
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (!date.isValid() || date.toString(Qt::ISODate) != value) {
        say(Words::tr("“%1” must be a date such as 2026-01-01, and “%2” is none.")
                .arg(pathOf(key), value));
    }
    return date;
}

QJsonArray JsonForm::list(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isArray()) {
        say(Words::tr("“%1” must be a list in square brackets.").arg(pathOf(key)));
    }
    return value.toArray();
}

QList<int> JsonForm::numbers(const QString &key, int least, int most)
{
    QList<int> numbers;
    const QJsonArray entries = list(key);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const std::optional<int> value = wholeNumber(entries.at(i), least, most);
        if (!value) {
            say(noNumber(entryOf(pathOf(key), i), least, most));
        } else if (numbers.contains(*value)) {
            say(Words::tr("“%1” names %2 twice.").arg(pathOf(key), QString::number(*value)));
        }
        numbers.append(value.value_or(least));
    }
    return numbers;
}

QStringList JsonForm::texts(const QString &key)
{
    QStringList texts;
    const QJsonArray entries = list(key);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries.at(i).isString()) {
            say(noText(entryOf(pathOf(key), i)));
        }
        texts.append(entries.at(i).toString());
    }
    return texts;
}

void JsonForm::readObject(const QJsonValue &value,
                          const QString &path,
                          const std::function<void(JsonForm &)> &read)
{
    if (!value.isObject()) {
        say(Words::tr("“%1” must be an object in curly brackets.").arg(path));
        return;
    }
    JsonForm form(mComplaint, value.toObject(), path);
    read(form);
    form.finish();
}

void JsonForm::inObject(const QString &key, const std::function<void(JsonForm &)> &read)
{
    readObject(take(key), pathOf(key), read);
}

void JsonForm::eachObject(const QString &key, const std::function<void(JsonForm &)> &read)
{
    const QJsonArray entries = list(key);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        readObject(entries.at(i), entryOf(pathOf(key), i), read);
    }
}

void JsonForm::refuseChoice(const QString &path, const QString &value, const QStringList &ids)
{
    say(Words::tr("“%1” is “%2”, which is not known here. Use one of: %3.")
            .arg(path, value, ids.join(u", "_s)));
}

QString JsonForm::oneOf(const QString &key, const QStringList &ids)
{
    QString value = text(key);
    if (!ids.contains(value)) {
        refuseChoice(pathOf(key), value, ids);
    }
    return value;
}

QString JsonForm::optionalOneOf(const QString &key, const QStringList &ids)
{
    return has(key) ? oneOf(key, ids) : QString();
}

QStringList JsonForm::someOf(const QString &key, const QStringList &ids)
{
    QStringList values = texts(key);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!ids.contains(values.at(i))) {
            refuseChoice(entryOf(pathOf(key), i), values.at(i), ids);
        } else if (values.indexOf(values.at(i)) < i) {
            say(Words::tr("“%1” names %2 twice.").arg(pathOf(key), values.at(i)));
        }
    }
    return values;
}

void JsonForm::finish()
{
    mAsked.removeDuplicates();
    const QStringList keys = mObject.keys();
    for (const QString &key : keys) {
        if (!mAsked.contains(key)) {
            // A slip of the pen in a key would otherwise pass for the key left out.
            say(Words::tr("There is no key “%1” here; the keys are: %2.")
                    .arg(pathOf(key), mAsked.join(u", "_s)));
        }
    }
}

} // namespace gridward
