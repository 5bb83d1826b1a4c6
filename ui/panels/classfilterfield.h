// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace gridward {

class ClassFinder;
class DistrictPort;
class LiveCases;
class SuggestField;
struct Theme;

/**
 * The class by which a queue is narrowed down, found as at the call desk: by code, pinyin initials
 * or words, among the classes that open cases have. What is typed and not taken chooses nothing;
 * an empty field is all classes. GUI thread.
 */
class ClassFilterField final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    ClassFilterField(const DistrictPort &district,
                     const LiveCases &live,
                     QWidget *parent = nullptr);

    [[nodiscard]] const std::optional<ClassKey> &classKey() const { return mKey; }
    /** Tells nobody. */
    void setClassKey(const std::optional<ClassKey> &key);
    void setTheme(const Theme &theme);
    /** Names or language are others now. */
    void retranslate();

signals:
    /** Chosen, or taken off. */
    void changed();
    /** Enter: the keyboard goes on to the rows. */
    void accepted();
    /** The key that finds words in the queue. */
    void findAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readClasses();
    void offer(const QString &text);
    void take(const std::optional<ClassKey> &key);
    void showName();

    const DistrictPort &mDistrict;
    const LiveCases &mLive;
    std::optional<ClassKey> mKey;
    std::shared_ptr<const ClassFinder> mFinder; ///< of the classes as they were on entering
    SuggestField *mField;
};

} // namespace gridward
