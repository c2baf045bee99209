#pragma once
// The pages: made when they are wanted, shown one at a time, with the way back and what each keeps between starts.

#include <QStackedWidget>
#include <QTimer>

#include "pages/page.h"

namespace anneal::shell {

class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    PageStack(std::vector<pages::PageInfo> infos, const pages::Context& context);

    const std::vector<pages::PageInfo>& infos() const { return infos_; }
    bool has(const QString& id) const;
    /// Null until it is made.
    pages::Page* made(const QString& id) const { return pages_.value(id); }
    /// Makes one that is not made yet; false when all are.
    bool makeNext();
    void show(const QString& id, const QString& place = {});
    pages::Page* current() const { return pages_.value(currentId_); }
    const QString& currentId() const { return currentId_; }
    bool canGoBack() const { return at_ > 0; }
    bool canGoForward() const { return at_ + 1 < history_.size(); }
    void goBack() { step(-1); }
    void goForward() { step(1); }
    /// Gives files to the first page that takes them; false where none does.
    bool open(const QStringList& files);
    bool accepts(const QStringList& files);
    void saveState();

Q_SIGNALS:
    void madePage(anneal::pages::Page* page);
    /// Another page, another place, or another breadcrumb.
    void moved();
    void statusChanged();
    void markedChanged(const QString& id, bool marked);

private:
    struct Visit {
        QString page, place;
        bool operator==(const Visit&) const = default;
    };

    pages::Page* make(const QString& id);
    pages::Page* takerOf(const QStringList& files);
    void bring(const QString& id);
    void step(int by);
    void remember();
    void savePage(const QString& id);

    std::vector<pages::PageInfo> infos_;
    pages::Context context_;
    QHash<QString, pages::Page*> pages_;
    QString currentId_;
    QList<Visit> history_;
    qsizetype at_ = -1;
    bool stepping_ = false;
    QTimer saving_;
};

}  // namespace anneal::shell
