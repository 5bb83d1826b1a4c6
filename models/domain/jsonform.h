// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace gridward {

/** The first thing that was wrong with a text; the rest usually follows from it. */
class JsonComplaint
{
public:
    void say(const QString &message);
    [[nodiscard]] const std::optional<QString> &message() const { return mMessage; }

private:
    std::optional<QString> mMessage;
};

/** An object as text, or what is wrong with it as a whole sentence. */
[[nodiscard]] std::optional<QJsonObject> jsonObjectFrom(const QByteArray &json,
                                                        JsonComplaint &complaint);

/**
 * Reads one JSON object hard: a key that is missing, of another kind or unknown is a complaint that
 * names the key with its path ("levels[3].kind"). Reading goes on with an empty value, so that the
 * code that reads needs no branches; whoever reads asks the complaint at the end. Lives as long as
 * one call of the reader.
 */
class JsonForm
{
public:
    JsonForm(JsonComplaint &complaint, QJsonObject object, QString path = {});

    /** "levels[3].kind" for "kind". */
    [[nodiscard]] QString pathOf(const QString &key) const;
    void say(const QString &message) { mComplaint.say(message); }

    [[nodiscard]] QString text(const QString &key);
    /** Empty is as wrong as missing. */
    [[nodiscard]] QString name(const QString &key);
    /** Nothing if the key is missing. */
    [[nodiscard]] std::optional<QString> optionalText(const QString &key);
    [[nodiscard]] int number(const QString &key, int least, int most);
    /** Nothing if the key is missing. */
    [[nodiscard]] std::optional<int> optionalNumber(const QString &key, int least, int most);
    [[nodiscard]] QDate date(const QString &key);
    [[nodiscard]] QList<int> numbers(const QString &key, int least, int most);
    [[nodiscard]] QStringList texts(const QString &key);
    /** Reads the object under a key. */
    void inObject(const QString &key, const std::function<void(JsonForm &)> &read);
    /** Reads each object in a list. */
    void eachObject(const QString &key, const std::function<void(JsonForm &)> &read);

    /** One of `ids`; else a complaint that lists them. */
    [[nodiscard]] QString oneOf(const QString &key, const QStringList &ids);
    /** Empty if the key is missing. */
    [[nodiscard]] QString optionalOneOf(const QString &key, const QStringList &ids);
    /** All of a list are of `ids`, none twice. */
    [[nodiscard]] QStringList someOf(const QString &key, const QStringList &ids);

    /** To be called last: complains about keys that nobody asked for. */
    void finish();

private:
    [[nodiscard]] QJsonValue take(const QString &key);
    [[nodiscard]] bool has(const QString &key);
    [[nodiscard]] QJsonArray list(const QString &key);
    void readObject(const QJsonValue &value,
                    const QString &path,
                    const std::function<void(JsonForm &)> &read);
    void refuseChoice(const QString &path, const QString &value, const QStringList &ids);

    JsonComplaint &mComplaint;
    QJsonObject mObject;
    QString mPath;
    QStringList mAsked;
};

} // namespace gridward
