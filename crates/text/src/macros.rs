//! The two forms in which words are written down: `words!` for an enum, `sentences!` for a screen.

/// Words for every value of an enum: `name(Enum) { Variant: "ko", "en"; }` becomes `pub fn name(lang: Lang, value: Enum) -> &'static str`.
/// Leaving out a variant does not compile.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident($type:ident) { $($variant:ident: $ko:literal, $en:literal;)* })*) => { $(
        $(#[$doc])*
        pub fn $name(lang: $crate::Lang, value: $type) -> &'static str {
            let (ko, en) = match value { $($type::$variant => ($ko, $en)),* };
            lang.pick(ko, en)
        }
    )* };
}

/// The sentences of a screen: `name: "ko", "en";` becomes `pub fn name(lang: Lang) -> &'static str`,
/// `name(count: usize): "{count}개", "{count} {things}", things = plural(count, "thing", "things");` becomes
/// `pub fn name(lang: Lang, count: usize) -> String`. What stands after the English sentence is for it alone.
///
/// `ALL` lists every name with its two forms, for the tests in `tests/it.rs`. A name that ends in `_button` is a button's.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident: $type:ty),*))?: $ko:literal, $en:literal $(, $word:ident = $value:expr)*;)*) => {
        $(sentences!(@one $(#[$doc])* $name $(($($arg: $type),*))?: $ko, $en $(, $word = $value)*);)*

        /// Every sentence of this screen: name, Korean, English.
        pub const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $ko, $en)),*];
    };
    (@one $(#[$doc:meta])* $name:ident: $ko:literal, $en:literal) => {
        #[doc = concat!("`", $ko, "`")]
        #[doc = ""]
        $(#[$doc])*
        pub fn $name(lang: $crate::Lang) -> &'static str {
            lang.pick($ko, $en)
        }
    };
    (@one $(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*): $ko:literal, $en:literal $(, $word:ident = $value:expr)*) => {
        #[doc = concat!("`", $ko, "`")]
        #[doc = ""]
        $(#[$doc])*
        pub fn $name(lang: $crate::Lang, $($arg: $type),*) -> String {
            match lang {
                $crate::Lang::Ko => format!($ko),
                $crate::Lang::En => {
                    $(let $word = $value;)*
                    format!($en)
                }
            }
        }
    };
}
