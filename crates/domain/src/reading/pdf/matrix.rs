//! Where things stand on a page.

/// Moves, turns and stretches.
#[derive(Clone, Copy)]
pub(super) struct Matrix {
    pub a: f64,
    pub b: f64,
    pub c: f64,
    pub d: f64,
    pub e: f64,
    pub f: f64,
}

impl Matrix {
    pub(super) const NONE: Matrix = Matrix::shift(0.0, 0.0);

    pub(super) const fn new([right_x, right_y, up_x, up_y, x, y]: [f64; 6]) -> Matrix {
        Matrix {
            a: right_x,
            b: right_y,
            c: up_x,
            d: up_y,
            e: x,
            f: y,
        }
    }

    pub(super) const fn shift(x: f64, y: f64) -> Matrix {
        Matrix::new([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one, and then the other.
    pub(super) fn then(self, other: Matrix) -> Matrix {
        let (e, f) = other.at(self.e, self.f);
        Matrix {
            a: self.a * other.a + self.b * other.c,
            b: self.a * other.b + self.b * other.d,
            c: self.c * other.a + self.d * other.c,
            d: self.c * other.b + self.d * other.d,
            e,
            f,
        }
    }

    fn at(self, x: f64, y: f64) -> (f64, f64) {
        (
            x * self.a + y * self.c + self.e,
            x * self.b + y * self.d + self.f,
        )
    }
}
