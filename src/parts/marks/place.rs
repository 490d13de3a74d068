//! Where a mark is on a picture, in thousandths. Whatever is done to it, it stays on the picture.

use domain::evidence::Mark;

/// The side of the picture.
const SIDE: i32 = 1000;
/// The least width and height: smaller could not be seen or taken hold of.
const LEAST: i32 = 15;
/// How far a key moves a mark or an edge of it.
pub(super) const STEP: i32 = 10;

/// A rectangle on the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub x: u16,
    pub y: u16,
    pub w: u16,
    pub h: u16,
}

impl Place {
    /// The place of a mark.
    pub(super) fn of(mark: &Mark) -> Place {
        Place {
            x: mark.x,
            y: mark.y,
            w: mark.w,
            h: mark.h,
        }
    }

    /// The whole picture.
    pub(super) fn whole() -> Place {
        Place::new(0, 0, SIDE, SIDE)
    }

    /// In the middle of the picture.
    pub(super) fn centred() -> Place {
        Place::around((SIDE / 2, SIDE / 2))
    }

    /// A box of the usual size around a point.
    pub(super) fn around((x, y): (i32, i32)) -> Place {
        let (w, h) = (240, 80);
        Place::new(x - w / 2, y - h / 2, w, h)
    }

    /// From one corner to the other; a press without a drag gives a box of the usual size.
    pub(super) fn between(from: (i32, i32), to: (i32, i32)) -> Place {
        let (w, h) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        if w < LEAST && h < LEAST {
            return Place::around(from);
        }
        Place::new(from.0.min(to.0), from.1.min(to.1), w, h)
    }

    /// Moved, but not off the picture.
    pub(super) fn moved(self, by: (i32, i32)) -> Place {
        let (x, y) = (i32::from(self.x) + by.0, i32::from(self.y) + by.1);
        Place::new(x, y, self.w.into(), self.h.into())
    }

    /// Larger or smaller towards its lower right corner, but not off the picture.
    pub(super) fn resized(self, by: (i32, i32)) -> Place {
        let (x, y) = (i32::from(self.x), i32::from(self.y));
        let w = (i32::from(self.w) + by.0).min(SIDE - x);
        let h = (i32::from(self.h) + by.1).min(SIDE - y);
        Place::new(x, y, w, h)
    }

    /// Size first, then position: both within the picture.
    fn new(x: i32, y: i32, w: i32, h: i32) -> Place {
        let (w, h) = (w.clamp(LEAST, SIDE), h.clamp(LEAST, SIDE));
        let on = |at: i32, size: i32| thousandths(at.clamp(0, SIDE - size));
        Place {
            x: on(x, w),
            y: on(y, h),
            w: thousandths(w),
            h: thousandths(h),
        }
    }

    /// The same mark at this place.
    pub(super) fn put(self, mark: &Mark) -> Mark {
        Mark {
            x: self.x,
            y: self.y,
            w: self.w,
            h: self.h,
            ..mark.clone()
        }
    }
}

/// Whether a mark stands for the whole picture: then there is nothing to draw.
pub(super) fn is_whole(mark: &Mark) -> bool {
    Place::of(mark) == Place::whole()
}

fn thousandths(at: i32) -> u16 {
    u16::try_from(at).unwrap_or_default()
}
