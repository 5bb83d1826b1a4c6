// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/mappanel.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace gridward {

/** Named things of the map to go back to, to keep and to remove: bookmarks or layer themes. */
class NamePanel final : public MapPanel
{
    Q_OBJECT
public:
    enum class Kind { Bookmarks, LayerThemes };

    explicit NamePanel(Kind kind, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void setNames(const QStringList &names);
    /** Where the keys belong when it opens. */
    void takeFocus();

signals:
    void chosen(const QString &name);
    void added(const QString &name);
    void removed(const QString &name);

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString current() const;
    void add();
    void remove();
    void updateState();

    Kind mKind;
    QLabel *mEmpty;
    QListWidget *mList;
    QPushButton *mGo;
    QPushButton *mRemove;
    QLineEdit *mName;
    QPushButton *mAdd;
};

} // namespace gridward
