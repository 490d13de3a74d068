//! The words of paths: one enum for each part of the application, each with its words in the order of the form.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }
        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The word in a path.
            pub fn word(self) -> &'static str { match self { $($name::$variant => $word),* } }
            pub(super) fn from_word(word: &str) -> Option<Self> { Self::ALL.iter().copied().find(|one| one.word() == word) }
        }
    };
}

words! {
    /// A fact of the app that a finding can point at.
    AppFact {
        /// Kind of app.
        Kind = "kind",
        /// Business information.
        Business = "business",
        /// Review of the business information.
        BusinessReview = "business_review",
        /// Icon.
        Icon = "icon",
        /// App name.
        Name = "name",
        /// Company name.
        Company = "company",
        /// Category.
        Category = "category",
        /// The viewer's role on it.
        Role = "role",
        /// Whether the owner's identity was verified.
        IdentityChecked = "identity_checked",
        /// Items that may be used already.
        Permissions = "permissions",
        /// Review of the consent items.
        ItemsReview = "items_review",
        /// Simple signup.
        SimpleSignup = "simple_signup",
    }
}
words! {
    /// Questions about an item.
    ItemField {
        /// Condition asked for.
        Stage = "stage",
        /// Why.
        Purpose = "purpose",
        /// Why it has to be required.
        Justification = "justification",
        /// Collect if absent.
        CollectIfAbsent = "collect_if_absent",
        /// What happens without a value.
        IfAbsent = "if_absent",
        /// Condition of the own sign-up.
        OwnCondition = "own_condition",
        /// Moment of the own collection.
        OwnMoment = "own_moment",
        /// Place of use.
        UsedWhere = "used_where",
        /// On the sign-up screen.
        OnSignupScreen = "on_signup_screen",
        /// In the privacy policy.
        InPrivacyPolicy = "in_privacy_policy",
    }
}
words! {
    /// Questions about CI.
    CiField {
        /// Purpose agreed.
        PurposeAgreed = "purpose_agreed",
        /// Reason.
        Reason = "reason",
        /// Method of verification.
        Verification = "verification",
        /// Moment of verification.
        VerifiedAt = "verified_at",
        /// Agency.
        Provider = "provider",
    }
}
words! {
    /// Questions about the own sign-up.
    SignupField {
        /// Kind.
        Kind = "kind",
        /// Address.
        Url = "url",
        /// Opens without login.
        OpensWithoutLogin = "opens_without_login",
        /// What the screen lists as a whole.
        ScreenLists = "screen_lists",
        /// Terms and policy on the screen.
        ShowsTerms = "shows_terms",
    }
}
words! {
    /// Questions about the service.
    ServiceField {
        /// Name.
        Name = "name",
        /// Address.
        Url = "url",
        /// Launched.
        Launched = "launched",
        /// Usable without login.
        UsableWithoutLogin = "usable_without_login",
        /// Reviewer access.
        ReviewerAccess = "reviewer_access",
        /// Kakao button visible.
        KakaoButtonVisible = "kakao_button_visible",
        /// Privacy policy.
        PrivacyUrl = "privacy_url",
        /// Terms of use.
        TermsUrl = "terms_url",
        /// Both public.
        PoliciesPublic = "policies_public",
        /// Whether members can leave.
        CanWithdraw = "can_withdraw",
        /// Withdrawal.
        Withdrawal = "withdrawal",
        /// Where the business information is shown.
        BusinessShownAt = "business_shown_at",
        /// Same on every page.
        BusinessSameOnPages = "business_same_on_pages",
        /// Business information on the site.
        BusinessOnSite = "business_on_site",
        /// Business information on the certificate.
        BusinessOnCertificate = "business_on_certificate",
        /// Test data in public.
        TestDataPublic = "test_data_public",
        /// Licensed trade.
        LicensedTrade = "licensed_trade",
        /// Holder of the licence.
        LicenceHolderSame = "licence_holder_same",
        /// Launch date.
        LaunchDate = "launch_date",
    }
}
words! {
    /// Questions about the login.
    LoginField {
        /// Library.
        Library = "library",
        /// Redirect URIs in use.
        RedirectUris = "redirect_uris",
        /// Redirect URIs as registered.
        RegisteredRedirectUris = "registered_redirect_uris",
        /// Scopes sent.
        ScopesSent = "scopes_sent",
        /// Account key.
        AccountKey = "account_key",
        /// Keys of another app.
        OtherAppsKeys = "other_apps_keys",
        /// Client secret.
        ClientSecret = "client_secret",
        /// Allowed addresses.
        AllowedIpsChecked = "allowed_ips_checked",
    }
}
words! {
    /// Questions about how channel, business and site belong together.
    TieField {
        /// Why the names differ.
        NameDifferenceReason = "name_difference_reason",
        /// Who runs what.
        LinkingSentence = "linking_sentence",
        /// Where that can be read.
        SentencePublicAt = "sentence_public_at",
        /// Public proofs.
        Proofs = "proofs",
        /// Introduction of the channel.
        Introduction = "introduction",
        /// Posts of the channel.
        Posts = "posts",
        /// Link from the site.
        SiteLinksToChannel = "site_links_to_channel",
        /// Link from the channel.
        ChannelLinksToSite = "channel_links_to_site",
        /// Products fit the business.
        ProductsMatch = "products_match",
    }
}
words! {
    /// Questions about a term.
    TermField {
        /// Korean title.
        TitleKo = "title_ko",
        /// English title.
        TitleEn = "title_en",
        /// Address.
        Url = "url",
        /// Tag.
        Tag = "tag",
        /// Required.
        Required = "required",
    }
}
words! {
    /// The parts of the application, each a page of its own, in order.
    Part {
        /// Items.
        Items = "items",
        /// Proof.
        Proof = "proof",
        /// Terms.
        Terms = "terms",
        /// Extra information.
        Extra = "extra",
        /// Channel on the consent screen.
        Channel = "channel",
        /// Check your answers.
        Check = "check",
    }
}
