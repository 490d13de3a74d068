//! The pages in the order in which they are read.

use super::objects::{Objects, is};
use super::parse::Value;
use crate::reading::Unreadable;

/// The most pages, and the most nodes of their tree.
const PAGES_MAX: usize = 2_000;

/// One page. What a page does not say itself it has from the node it hangs on.
#[derive(Clone, Copy)]
pub(super) struct Page<'o, 'a> {
    pub dict: &'o Value<'a>,
    pub resources: &'o Value<'a>,
    /// Its sheet: left, bottom, right, top, in points.
    pub sheet: &'o Value<'a>,
}

/// The pages by their tree; without a tree, in the order of the objects.
pub(super) fn pages<'o, 'a>(objects: &'o Objects<'a>) -> Result<Vec<Page<'o, 'a>>, Unreadable> {
    let mut pages = Vec::new();
    let mut waiting = Vec::new();
    let top = objects.get(objects.root(), b"Pages");
    if matches!(top, Value::Dict(_)) {
        waiting.push(Page {
            dict: top,
            resources: &Value::Null,
            sheet: &Value::Null,
        });
    }
    let mut seen = 0;
    while let Some(above) = waiting.pop() {
        seen += 1;
        if seen > PAGES_MAX {
            return Err(Unreadable::Pdf);
        }
        objects.spend(above.dict.entries().len())?;
        let own = |key: &[u8], inherited| match objects.get(above.dict, key) {
            Value::Null => inherited,
            own => own,
        };
        let node = Page {
            dict: above.dict,
            resources: own(b"Resources", above.resources),
            sheet: own(b"MediaBox", above.sheet),
        };
        if let Value::List(kids) = objects.get(node.dict, b"Kids") {
            objects.spend(kids.len())?;
            for kid in kids.iter().rev() {
                waiting.push(Page {
                    dict: objects.resolve(kid),
                    ..node
                });
            }
        } else if is(objects.get(node.dict, b"Type"), b"Page") {
            pages.push(node);
        } else {
            // A page that is not there would be one that was silently not read.
            return Err(Unreadable::Pdf);
        }
    }
    if pages.is_empty() {
        for page in objects.of_type(b"Page").take(PAGES_MAX) {
            pages.push(Page {
                dict: page,
                resources: objects.get(page, b"Resources"),
                sheet: objects.get(page, b"MediaBox"),
            });
        }
    }
    Ok(pages)
}
